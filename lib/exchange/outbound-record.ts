// Get-OutboundConnector's record → the connector as the service behaves. Combinations that make no sense get a note.
import {
  type ConnectorScope,
  type Delivery,
  OUTBOUND_DEFAULTS,
  type OutboundConnector,
  type PartnerKind,
} from '../mailflow/connector';
import { type DomainPattern, formatDomainPattern, parseDomainPattern } from '../mailflow/domain-pattern';
import { parseEmailAddress } from '../mailflow/email-address';
import { formatSmartHost, parseSmartHost } from '../mailflow/smart-host';
import type { TlsPolicy } from '../mailflow/tls-policy';
import { flagIn, listIn, textIn, withoutCost } from './exchange-values';
import { failed, note, type Reading, readChoice, readList, unreadable } from './record-reading';

type Own = Pick<
  OutboundConnector,
  'name' | 'description' | 'enabled' | 'retainInternalHeaders' | 'partnerKind'
>;

/** Undefined, with an error among the notes, where the record has no way for mail to go. */
export function readOutbound(reading: Reading, own: Own): OutboundConnector | undefined {
  const { fields } = reading;
  const scope = readScope(reading, own.partnerKind);
  const delivery = readDelivery(reading, own.partnerKind);
  const tls = readTls(reading);
  if (!delivery) return undefined;
  return {
    direction: 'outbound',
    ...own,
    scope,
    delivery,
    tls,
    validationRecipients: readList(reading, 'ValidationRecipients', parseEmailAddress),
    testMode: flagIn(fields, 'TestMode') ?? OUTBOUND_DEFAULTS.testMode,
    smtpDaneMode: readChoice(reading, 'SmtpDaneMode', DANE, OUTBOUND_DEFAULTS.smtpDaneMode),
    mtaStsMode: readChoice(reading, 'MtaStsMode', MTA_STS, OUTBOUND_DEFAULTS.mtaStsMode),
    routeAllViaOnPremises: ownServersFlag(reading, 'RouteAllMessagesViaOnPremises', own.partnerKind),
    senderRewriting: ownServersFlag(reading, 'SenderRewritingEnabled', own.partnerKind),
  };
}

const DANE = new Map([
  ['opportunistic', 'opportunistic'],
  ['mandatory', 'mandatory'],
  ['none', 'none'],
] as const);
const MTA_STS = new Map([
  ['opportunistic', 'opportunistic'],
  ['none', 'none'],
] as const);

/** Means nothing towards a partner. */
export function ownServersFlag(reading: Reading, name: string, partnerKind: PartnerKind): boolean {
  if (flagIn(reading.fields, name) !== true) return false;
  if (partnerKind === 'partner') note(reading, 'onlyForOrganization', name);
  return partnerKind === 'onPremises';
}

/**
 * A connector for a transport rule is never chosen by domain, whatever else it says; one without any use is chosen by
 * nobody either.
 */
function readScope(reading: Reading, partnerKind: PartnerKind): ConnectorScope {
  const { fields } = reading;
  const [first, ...others] = readPatterns(reading, 'RecipientDomains');
  const forAccepted = flagIn(fields, 'AllAcceptedDomains') === true;
  const said = listIn(fields, 'RecipientDomains');
  if (flagIn(fields, 'IsTransportRuleScoped') === true) {
    if (said.length > 0) note(reading, 'ruleScopedWithDomains', said);
    if (forAccepted) note(reading, 'ruleScopedWithAcceptedDomains');
    return { kind: 'transportRule' };
  }
  if (forAccepted) {
    if (partnerKind === 'partner') note(reading, 'acceptedDomainsForPartner');
    if (!first) return { kind: 'acceptedDomains' };
    note(reading, 'acceptedDomainsWithDomains', said);
    return { kind: 'acceptedDomains', also: [first, ...others] };
  }
  if (first) return { kind: 'recipientDomains', domains: [first, ...others] };
  note(reading, SCOPE_PROPERTIES.some((name) => Object.hasOwn(fields, name)) ? 'noUse' : 'useUnsaid');
  return { kind: 'transportRule' };
}

const SCOPE_PROPERTIES = ['AllAcceptedDomains', 'IsTransportRuleScoped', 'RecipientDomains'];

/** Domains as the service stores them, `smtp:contoso.com;1`, or as the cmdlet takes them. */
export const readPatterns = (reading: Reading, name: string): DomainPattern[] =>
  readList(reading, name, (entry) => parseDomainPattern(withoutCost(entry)), formatDomainPattern);

/** UseMXRecord is true where nothing is said; with smart hosts and without the word they are meant. */
function readDelivery(reading: Reading, partnerKind: PartnerKind): Delivery | undefined {
  const { fields } = reading;
  const byMx = flagIn(fields, 'UseMXRecord');
  const said = listIn(fields, 'SmartHosts');
  if (byMx === true || (byMx === undefined && said.length === 0)) {
    if (said.length > 0) note(reading, 'mxWithSmartHosts', said);
    if (partnerKind === 'onPremises' && byMx) note(reading, 'mxForOrganization');
    return { by: 'mx' };
  }
  const [first, ...others] = readList(reading, 'SmartHosts', parseSmartHost, formatSmartHost);
  return first ? { by: 'smartHosts', hosts: [first, ...others] } : failed(reading, 'noDelivery');
}

const TLS_LEVELS = new Map<string, TlsPolicy['level']>([
  ['encryptiononly', 'encryptionOnly'],
  ['certificatevalidation', 'certificateValidation'],
  ['domainvalidation', 'domainValidation'],
]);

/** Without a domain to hold the certificate against, what is left of domain validation is the certificate's own. */
function readTls(reading: Reading): TlsPolicy {
  const level = readChoice(reading, 'TlsSettings', TLS_LEVELS, 'opportunistic');
  const domain = textIn(reading.fields, 'TlsDomain');
  if (level !== 'domainValidation') {
    if (domain !== '') note(reading, 'tlsDomainUnused', domain);
    return { level };
  }
  const read = certificateNameOf(domain);
  if (read) return { level, domain: read };
  if (domain === '') note(reading, 'domainValidationWithoutDomain');
  else unreadable(reading, 'TlsDomain', domain);
  return { level: 'certificateValidation' };
}

/** A name or `*.` and a name; a lone `*` would be every certificate. */
export function certificateNameOf(text: string): string | undefined {
  const read = parseDomainPattern(text);
  return read.ok && read.value.kind !== 'any' ? formatDomainPattern(read.value) : undefined;
}
