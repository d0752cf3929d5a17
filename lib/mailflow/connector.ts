// The connector as it is in force: wrong states can't be written. The loose form shape is connector-draft.ts.
import type { DomainPattern } from './domain-pattern';
import type { ExchangeOrigin } from './exchange-origin';
import type { IpRange } from './ip-range';
import type { SmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

export type AtLeastOne<T> = readonly [T, ...T[]];

/** Whose servers stand at the other end (ConnectorType). */
export type PartnerKind = 'onPremises' | 'partner';

/** What every connector has. */
type Named = Readonly<{
  /** 1–64 characters, unique without regard to case. */
  name: string;
  description: string;
  enabled: boolean;
  /** CloudServicesMailEnabled */
  retainInternalHeaders: boolean;
  /** Of a connector that was imported. */
  exchange?: ExchangeOrigin;
}>;

/**
 * For which mail an outbound connector is used: EAC's one radio "Use of connector". The cmdlet also takes recipient domains
 * beside AllAcceptedDomains, and the service then takes both: `also`.
 */
export type ConnectorScope =
  | Readonly<{ kind: 'acceptedDomains'; also?: AtLeastOne<DomainPattern> }>
  | Readonly<{ kind: 'transportRule' }>
  | Readonly<{ kind: 'recipientDomains'; domains: AtLeastOne<DomainPattern> }>;

/** The patterns that a scope names; all accepted domains are none. */
export function patternsOf(scope: ConnectorScope): readonly DomainPattern[] {
  if (scope.kind === 'recipientDomains') return scope.domains;
  return (scope.kind === 'acceptedDomains' && scope.also) || [];
}

/** How an outbound connector finds the next server (UseMXRecord, SmartHosts). */
export type Delivery = Readonly<{ by: 'mx' }> | Readonly<{ by: 'smartHosts'; hosts: AtLeastOne<SmartHost> }>;

export const DANE_MODES = ['opportunistic', 'mandatory', 'none'] as const;
export const MTA_STS_MODES = ['opportunistic', 'none'] as const;

/** What EAC's wizard hides and the service has. @see New-OutboundConnector */
export type OutboundAdvanced = Readonly<{
  /** TestMode: the service keeps the connector out of its normal choice. Its exact effect is undocumented. */
  testMode: boolean;
  smtpDaneMode: (typeof DANE_MODES)[number];
  mtaStsMode: (typeof MTA_STS_MODES)[number];
  /** RouteAllMessagesViaOnPremises: centralized mail transport. Only towards the organization's own servers. */
  routeAllViaOnPremises: boolean;
  /** SenderRewritingEnabled: SRS before mail goes to the organization's own servers, and only there. */
  senderRewriting: boolean;
}>;

/** From Office 365 to an organization's or a partner's servers. @see New-OutboundConnector */
export type OutboundConnector = Named &
  OutboundAdvanced &
  Readonly<{
    direction: 'outbound';
    partnerKind: PartnerKind;
    scope: ConnectorScope;
    delivery: Delivery;
    tls: TlsPolicy;
    /** ValidationRecipients */
    validationRecipients: readonly string[];
  }>;

/** Enhanced filtering for connectors: whose address counts as the sender's. @see Set-InboundConnector -EFSkipLastIP */
export type EnhancedFiltering =
  | Readonly<{ skip: 'nothing' }>
  | Readonly<{ skip: 'lastAddress'; users: readonly string[] }>
  /** EFSkipIPs in their one spelling: addresses, CIDR ranges, `first-last`. `users` is EFUsers; empty: everybody. */
  | Readonly<{ skip: 'addresses'; addresses: AtLeastOne<string>; users: readonly string[] }>;

export type InboundAdvanced = Readonly<{
  /** TreatMessagesAsInternal; excludes `retainInternalHeaders`, and only from the organization's own servers. */
  treatAsInternal: boolean;
  /** AssociatedAcceptedDomains: narrows the connector to some accepted domains; empty: all. */
  associatedAcceptedDomains: readonly string[];
  enhancedFiltering: EnhancedFiltering;
}>;

/** From the organization's own servers: known by their certificate or their addresses. @see New-InboundConnector */
export type InboundFromOrganization = Named &
  InboundAdvanced &
  Readonly<{
    direction: 'inbound';
    partnerKind: 'onPremises';
    identification:
      | Readonly<{ by: 'certificate'; certificateName: string }>
      | Readonly<{ by: 'ipAddresses'; addresses: AtLeastOne<IpRange> }>;
  }>;

/** TLS demanded of a partner (RequireTls), and perhaps whose certificate (RestrictDomainsToCertificate). */
export type SenderTls = Readonly<{ certificateName?: string }>;

/** What a partner's mail has to satisfy: TLS, the address it comes from, both. EAC asks for one; the cmdlet takes none. */
export type PartnerRestrictions = Readonly<{ tls?: SenderTls; ipAddresses?: AtLeastOne<IpRange> }>;

/** From a partner. One that is known by its addresses is held to the same addresses. @see New-InboundConnector */
export type InboundFromPartner = Named &
  InboundAdvanced &
  Readonly<{ direction: 'inbound'; partnerKind: 'partner' }> &
  (
    | Readonly<{
        identification: Readonly<{ by: 'senderDomains'; domains: AtLeastOne<DomainPattern> }>;
        restrictions: PartnerRestrictions;
      }>
    | Readonly<{
        identification: Readonly<{ by: 'ipAddresses' }>;
        restrictions: Readonly<{ tls?: SenderTls; ipAddresses: AtLeastOne<IpRange> }>;
      }>
  );

/** To Office 365. */
export type InboundConnector = InboundFromOrganization | InboundFromPartner;

export type Connector = OutboundConnector | InboundConnector;

/** The service's defaults of what EAC's wizard does not ask for. */
export const OUTBOUND_DEFAULTS: OutboundAdvanced = {
  testMode: false,
  smtpDaneMode: 'opportunistic',
  mtaStsMode: 'opportunistic',
  routeAllViaOnPremises: false,
  senderRewriting: false,
};

/** A connector out of settings that were stored as JSON, perhaps before some of today's settings existed. */
export function readConnector(stored: unknown): Connector {
  const connector = stored as Connector;
  return connector.direction === 'outbound' ? { ...OUTBOUND_DEFAULTS, ...connector } : connector;
}
