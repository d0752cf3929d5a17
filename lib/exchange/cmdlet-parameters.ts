// What Exchange Online's cmdlets take, so that a property which Get- prints is written only where a cmdlet has a parameter
// for it. Left out on purpose: what only the service may say (ConnectorSource, IsValidated, LastValidationTimestamp), what
// is reserved for Microsoft (EFTestMode, EFSkipMailGateway, ScanAndDropRecipients, LinkForModifiedConnector).
import { ACTIONS, EXCEPT, OTHER_PREDICATES, SETTINGS, STOPPING_ACTIONS } from './rule-parameter-names';
import { KNOWN_KINDS, PREDICATES } from './rule-predicates';

const CONNECTOR = ['Name', 'Comment', 'Enabled', 'ConnectorType', 'CloudServicesMailEnabled'];

const OUTBOUND = [
  ...CONNECTOR,
  ...['AllAcceptedDomains', 'IsTransportRuleScoped', 'RecipientDomains', 'UseMXRecord', 'SmartHosts'],
  ...['TlsSettings', 'TlsDomain', 'RouteAllMessagesViaOnPremises', 'SenderRewritingEnabled', 'TestMode'],
  ...['SmtpDaneMode', 'MtaStsMode'],
];

const INBOUND = [
  ...CONNECTOR,
  ...['SenderDomains', 'SenderIPAddresses', 'RequireTls', 'TlsSenderCertificateName'],
  ...['RestrictDomainsToIPAddresses', 'RestrictDomainsToCertificate', 'AssociatedAcceptedDomains'],
  ...['TreatMessagesAsInternal', 'TrustedOrganizations', 'EFSkipLastIP', 'EFSkipIPs', 'EFUsers'],
];

const DOMAIN = [
  'DomainType',
  'MatchSubDomains',
  'OutboundOnly',
  'SendingFromDomainDisabled',
  'SendingToDomainDisabled',
];

/** Which regular expressions a rule has, only Exchange Server's New-TransportRule takes. */
const SERVER_ONLY = 'UseLegacyRegex';
const RULE_PREDICATES = [
  ...KNOWN_KINDS.flatMap((kind) => PREDICATES[kind].map(({ parameter }) => parameter)),
  ...OTHER_PREDICATES,
];
const RULE = [
  'Name',
  ...RULE_PREDICATES,
  ...RULE_PREDICATES.map((parameter) => `${EXCEPT}${parameter}`),
  ...[...STOPPING_ACTIONS, ...ACTIONS, ...SETTINGS].filter((name) => name !== SERVER_ONLY),
  ...['RouteMessageOutboundConnector', 'StopRuleProcessing'],
];

/** @see learn.microsoft.com/powershell/module/exchangepowershell, one page a cmdlet */
export const CMDLET_PARAMETERS = {
  'New-OutboundConnector': OUTBOUND,
  'Set-OutboundConnector': [...OUTBOUND, 'ValidationRecipients'],
  'New-InboundConnector': [...INBOUND, 'ClientHostNames'],
  'Set-InboundConnector': INBOUND,
  'Set-AcceptedDomain': DOMAIN,
  /** Priority is added where it is wanted: the tenant counts rules that the console does not know. */
  'New-TransportRule': [...RULE, 'Enabled'],
  /** Enable- and Disable-TransportRule turn a rule on and off. */
  'Set-TransportRule': RULE,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type KnownCmdlet = keyof typeof CMDLET_PARAMETERS;

/** Parameters that came later: a new object gets them only where they differ from what the service has anyway. */
export const LATER_DEFAULTS: Readonly<Record<string, string>> = {
  SmtpDaneMode: 'Opportunistic',
  MtaStsMode: 'Opportunistic',
};
