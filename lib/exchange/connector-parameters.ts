// A connector as the parameters of New-/Set-OutboundConnector and -InboundConnector, which are also the properties that
// Get-…Connector prints. Says every setting that the console knows, its default too: what a script leaves out, nobody reads.
import {
  type Connector,
  type EnhancedFiltering,
  type InboundConnector,
  type OutboundConnector,
  type PartnerKind,
  patternsOf,
} from '../mailflow/connector';
import { formatDomainPattern } from '../mailflow/domain-pattern';
import { formatIpRange } from '../mailflow/ip-range';
import { formatSmartHost } from '../mailflow/smart-host';
import type { TlsPolicy } from '../mailflow/tls-policy';

export type ParameterValue = null | boolean | number | string | readonly string[];
/** By name, in the order in which a script writes them. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

const CONNECTOR_TYPE: Readonly<Record<PartnerKind, string>> = {
  onPremises: 'OnPremises',
  partner: 'Partner',
};

/** `null` stands for what the cmdlet calls $null: opportunistic TLS, no certificate name. */
const TLS_SETTINGS: Readonly<Record<TlsPolicy['level'], string | null>> = {
  opportunistic: null,
  encryptionOnly: 'EncryptionOnly',
  certificateValidation: 'CertificateValidation',
  domainValidation: 'DomainValidation',
};

const named = ({ name, description, enabled, partnerKind, retainInternalHeaders }: Connector) => ({
  Name: name,
  Comment: description,
  Enabled: enabled,
  ConnectorType: CONNECTOR_TYPE[partnerKind],
  CloudServicesMailEnabled: retainInternalHeaders,
});

/** What the console knows of a connector; what it keeps for Exchange (`exchange`) is not in here. */
export function connectorParameters(connector: Connector): Parameters {
  return connector.direction === 'outbound' ? outbound(connector) : inbound(connector);
}

/** @see New-OutboundConnector; ValidationRecipients is Set-OutboundConnector's alone. */
function outbound(connector: OutboundConnector): Parameters {
  const { scope, delivery, tls } = connector;
  return {
    ...named(connector),
    AllAcceptedDomains: scope.kind === 'acceptedDomains',
    IsTransportRuleScoped: scope.kind === 'transportRule',
    RecipientDomains: patternsOf(scope).map(formatDomainPattern),
    UseMXRecord: delivery.by === 'mx',
    SmartHosts: delivery.by === 'smartHosts' ? delivery.hosts.map(formatSmartHost) : [],
    TlsSettings: TLS_SETTINGS[tls.level],
    TlsDomain: tls.level === 'domainValidation' ? tls.domain : null,
    ValidationRecipients: connector.validationRecipients,
    RouteAllMessagesViaOnPremises: connector.routeAllViaOnPremises,
    SenderRewritingEnabled: connector.senderRewriting,
    TestMode: connector.testMode,
    SmtpDaneMode: DANE[connector.smtpDaneMode],
    MtaStsMode: MTA_STS[connector.mtaStsMode],
  };
}

const DANE = { opportunistic: 'Opportunistic', mandatory: 'Mandatory', none: 'None' } as const;
const MTA_STS = { opportunistic: 'Opportunistic', none: 'None' } as const;

/** @see New-InboundConnector */
function inbound(connector: InboundConnector): Parameters {
  return {
    ...named(connector),
    ...(connector.partnerKind === 'onPremises' ? ofOrganization(connector) : ofPartner(connector)),
    AssociatedAcceptedDomains: connector.associatedAcceptedDomains,
    TreatMessagesAsInternal: connector.treatAsInternal,
    ...filtering(connector.enhancedFiltering),
  };
}

/** As EAC stores it: known by certificate means TLS, and nothing is restricted. */
function ofOrganization({
  identification,
}: Extract<InboundConnector, { partnerKind: 'onPremises' }>): Parameters {
  const byCertificate = identification.by === 'certificate';
  return {
    SenderDomains: ['*'],
    SenderIPAddresses: byCertificate ? [] : identification.addresses.map(formatIpRange),
    RequireTls: byCertificate,
    TlsSenderCertificateName: byCertificate ? identification.certificateName : null,
    RestrictDomainsToIPAddresses: false,
    RestrictDomainsToCertificate: false,
  };
}

function ofPartner({
  identification,
  restrictions: { tls, ipAddresses },
}: Extract<InboundConnector, { partnerKind: 'partner' }>): Parameters {
  return {
    SenderDomains:
      identification.by === 'senderDomains' ? identification.domains.map(formatDomainPattern) : ['*'],
    SenderIPAddresses: (ipAddresses ?? []).map(formatIpRange),
    RequireTls: tls !== undefined,
    TlsSenderCertificateName: tls?.certificateName ?? null,
    RestrictDomainsToIPAddresses: ipAddresses !== undefined,
    RestrictDomainsToCertificate: tls?.certificateName !== undefined,
  };
}

const filtering = (filter: EnhancedFiltering): Parameters => ({
  EFSkipLastIP: filter.skip === 'lastAddress',
  EFSkipIPs: filter.skip === 'addresses' ? filter.addresses : [],
  EFUsers: filter.skip === 'nothing' ? [] : filter.users,
});
