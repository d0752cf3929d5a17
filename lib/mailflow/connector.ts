// The connector as it is in force: wrong states can't be written. The loose form shape is connector-draft.ts.
import type { DomainPattern } from './domain-pattern';
import type { SmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

type AtLeastOne<T> = readonly [T, ...T[]];

/** Whose servers stand at the other end (ConnectorType). */
export type PartnerKind = 'onPremises' | 'partner';

/** For which mail an outbound connector is used: EAC's one radio "Use of connector". */
export type ConnectorScope =
  | Readonly<{ kind: 'acceptedDomains' }>
  | Readonly<{ kind: 'transportRule' }>
  | Readonly<{ kind: 'recipientDomains'; domains: AtLeastOne<DomainPattern> }>;

/** How an outbound connector finds the next server (UseMXRecord, SmartHosts). */
export type Delivery = Readonly<{ by: 'mx' }> | Readonly<{ by: 'smartHosts'; hosts: AtLeastOne<SmartHost> }>;

/** From Office 365 to an organization's or a partner's servers. @see New-OutboundConnector */
export type OutboundConnector = Readonly<{
  direction: 'outbound';
  partnerKind: PartnerKind;
  /** 1–64 characters, unique without regard to case. */
  name: string;
  description: string;
  enabled: boolean;
  /** CloudServicesMailEnabled */
  retainInternalHeaders: boolean;
  scope: ConnectorScope;
  delivery: Delivery;
  tls: TlsPolicy;
  /** ValidationRecipients */
  validationRecipients: readonly string[];
}>;

/** Inbound connectors join this union with their own wizard. */
export type Connector = OutboundConnector;
