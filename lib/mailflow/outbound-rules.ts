// What can be wrong with a connector from Office 365.
import type { ConnectorDraft } from './connector-draft';
import { parseDomainPattern, takes } from './domain-pattern';
import { type DraftRule, error, notice, warning } from './draft-rule';
import { domainOf, parseEmailAddress } from './email-address';
import type { FindingParams } from './finding';
import { isCloudHost, isPrivateAddress, parseSmartHost, SMTP_PORT, type SmartHost } from './smart-host';

const eachHost =
  (broken: (host: SmartHost) => boolean) =>
  ({ smartHosts }: ConnectorDraft): readonly FindingParams[] =>
    smartHosts
      .map(parseSmartHost)
      .flatMap((read) => (read.ok && broken(read.value) ? [read.value] : []))
      .map(({ host, port }) => ({ host, port }));

/** In the order of the wizard's screens; each is asked only where its field counts. */
export const OUTBOUND_RULES: readonly DraftRule[] = [
  error('scope', 'scope.required', ({ scope }) => scope === ''),
  error('scope', 'scope.notForPartner', ({ to, scope }) => to === 'partner' && scope === 'acceptedDomains'),
  error('recipientDomains', 'recipientDomains.required', (d) => d.recipientDomains.length === 0),
  warning('recipientDomains', 'recipientDomains.everything', (d) => d.recipientDomains.includes('*')),
  // EAC has the one or the other; the service takes both.
  warning(
    'alsoRecipientDomains',
    'recipientDomains.besideAccepted',
    (d) => d.alsoRecipientDomains.length > 0,
  ),
  warning('alsoRecipientDomains', 'recipientDomains.everything', (d) => d.alsoRecipientDomains.includes('*')),
  error('delivery', 'delivery.required', ({ delivery }) => delivery === ''),
  error('smartHosts', 'smartHosts.required', ({ smartHosts }) => smartHosts.length === 0),
  warning(
    'smartHosts',
    'smartHosts.otherPort',
    eachHost(({ port }) => port !== SMTP_PORT),
  ),
  warning('smartHosts', 'smartHosts.privateAddress', eachHost(isPrivateAddress)),
  warning('smartHosts', 'smartHosts.namesCloud', eachHost(isCloudHost)),
  warning(
    'tlsDomain',
    'smartHosts.addressWithTlsDomain',
    eachHost(({ kind }) => kind !== 'name'),
  ),
  error('tlsCertificate', 'tls.certificateRequired', (d) => d.tlsCertificate === ''),
  error('tlsDomain', 'tls.domainRequired', ({ tlsDomain }) => tlsDomain.trim() === ''),
  warning('smtpDaneMode', 'advanced.daneMandatory', ({ smtpDaneMode }) => smtpDaneMode === 'mandatory'),
  warning('testMode', 'advanced.testMode', ({ testMode }) => testMode),
  notice(
    'routeAllViaOnPremises',
    'advanced.routeAll',
    ({ routeAllViaOnPremises, recipientDomains, alsoRecipientDomains }) =>
      routeAllViaOnPremises && ![...recipientDomains, ...alsoRecipientDomains].includes('*'),
  ),
  error(
    'validationRecipients',
    'validationRecipients.required',
    ({ validationRecipients }) => validationRecipients.length === 0,
  ),
  error('validationRecipients', 'validationRecipients.otherDomain', outsideOfDomains),
];

/** Validate-OutboundConnector takes recipients in the connector's domains only; for a partner that is how it proves anything. */
function outsideOfDomains({ to, scope, recipientDomains, validationRecipients }: ConnectorDraft) {
  if (to !== 'partner' || scope !== 'recipientDomains') return [];
  const patterns = recipientDomains.map(parseDomainPattern).flatMap((read) => (read.ok ? [read.value] : []));
  return validationRecipients
    .map(parseEmailAddress)
    .flatMap((read) => (read.ok && !patterns.some((one) => takes(one, domainOf(read.value))) ? [read] : []))
    .map(({ value }) => ({ value }));
}
