// What can be wrong with a draft, as a table of named rules. Says it by code; stops nothing itself.
import { type ConnectorDraft, type DraftField, type ListField, parseEntry } from './connector-draft';
import { parseDomainPattern } from './domain-pattern';
import type { Finding, FindingParams, Severity } from './finding';
import type { FieldFindingCode } from './finding-codes';
import { hasControlCharacters } from './host-name';
import { AVAILABLE, scenarioOf } from './scenario';
import { isPrivateAddress, parseSmartHost, SMTP_PORT, type SmartHost } from './smart-host';

/** EAC's limit, documented for outbound connectors. */
export const NAME_MAX = 64;
export const DESCRIPTION_MAX = 1_024;

/** `breaks` answers with the words' values for each breach; an empty list means that the rule holds. */
type Rule = Readonly<{
  code: FieldFindingCode;
  field: DraftField;
  severity: Severity;
  breaks: (draft: ConnectorDraft) => readonly FindingParams[];
}>;

const where = (broken: boolean, params: FindingParams = {}): readonly FindingParams[] =>
  broken ? [params] : [];

const hostsOf = (draft: ConnectorDraft): readonly SmartHost[] =>
  draft.smartHosts.map(parseSmartHost).flatMap((read) => (read.ok ? [read.value] : []));

const eachHost =
  (broken: (host: SmartHost, draft: ConnectorDraft) => boolean) =>
  (draft: ConnectorDraft): readonly FindingParams[] =>
    hostsOf(draft)
      .filter((host) => broken(host, draft))
      .map(({ host, port }) => ({ host, port }));

const matchesDomain = (draft: ConnectorDraft): boolean =>
  draft.tlsRequired && draft.tlsCertificate === 'trustedCa' && draft.tlsMatchDomain;

const RULES: readonly Rule[] = [
  { code: 'scenario.required', field: 'from', severity: 'error', breaks: (d) => where(d.from === '') },
  {
    code: 'scenario.required',
    field: 'to',
    severity: 'error',
    breaks: (d) => where(d.from !== '' && d.to === ''),
  },
  {
    code: 'scenario.impossible',
    field: 'to',
    severity: 'error',
    breaks: (d) => where(d.from !== '' && d.to !== '' && !scenarioOf(d)),
  },
  {
    code: 'scenario.notYet',
    field: 'to',
    severity: 'error',
    breaks: (d) => {
      const scenario = scenarioOf(d);
      return where(scenario !== undefined && !AVAILABLE.has(scenario));
    },
  },
  { code: 'text.required', field: 'name', severity: 'error', breaks: (d) => where(d.name.trim() === '') },
  {
    code: 'text.tooLong',
    field: 'name',
    severity: 'error',
    breaks: (d) => where([...d.name.trim()].length > NAME_MAX, { max: NAME_MAX }),
  },
  {
    code: 'text.controlCharacters',
    field: 'name',
    severity: 'error',
    breaks: (d) => where(hasControlCharacters(d.name)),
  },
  {
    code: 'text.tooLong',
    field: 'description',
    severity: 'error',
    breaks: (d) => where([...d.description].length > DESCRIPTION_MAX, { max: DESCRIPTION_MAX }),
  },
  {
    code: 'text.controlCharacters',
    field: 'description',
    severity: 'error',
    breaks: (d) => where(hasControlCharacters(d.description.replace(/[\r\n\t]/g, ''))),
  },
  { code: 'scope.required', field: 'scope', severity: 'error', breaks: (d) => where(d.scope === '') },
  {
    code: 'scope.notForPartner',
    field: 'scope',
    severity: 'error',
    breaks: (d) => where(d.to === 'partner' && d.scope === 'acceptedDomains'),
  },
  {
    code: 'recipientDomains.required',
    field: 'recipientDomains',
    severity: 'error',
    breaks: (d) => where(d.scope === 'recipientDomains' && d.recipientDomains.length === 0),
  },
  {
    code: 'recipientDomains.everything',
    field: 'recipientDomains',
    severity: 'warning',
    breaks: (d) => where(d.scope === 'recipientDomains' && d.recipientDomains.includes('*')),
  },
  {
    code: 'smartHosts.required',
    field: 'smartHosts',
    severity: 'error',
    breaks: (d) => where(d.smartHosts.length === 0),
  },
  {
    code: 'smartHosts.otherPort',
    field: 'smartHosts',
    severity: 'warning',
    breaks: eachHost(({ port }) => port !== SMTP_PORT),
  },
  {
    code: 'smartHosts.privateAddress',
    field: 'smartHosts',
    severity: 'warning',
    breaks: eachHost(isPrivateAddress),
  },
  {
    code: 'smartHosts.namesCloud',
    field: 'smartHosts',
    severity: 'warning',
    breaks: eachHost(({ host }) => /\.(mail\.protection\.outlook\.com|mx\.microsoft)$/.test(host)),
  },
  {
    code: 'smartHosts.addressWithTlsDomain',
    field: 'tlsDomain',
    severity: 'warning',
    breaks: eachHost(({ kind }, draft) => kind !== 'name' && matchesDomain(draft)),
  },
  {
    code: 'tls.certificateRequired',
    field: 'tlsCertificate',
    severity: 'error',
    breaks: (d) => where(d.tlsRequired && d.tlsCertificate === ''),
  },
  {
    code: 'tls.domainRequired',
    field: 'tlsDomain',
    severity: 'error',
    breaks: (d) => where(matchesDomain(d) && d.tlsDomain.trim() === ''),
  },
  {
    code: 'validationRecipients.required',
    field: 'validationRecipients',
    severity: 'error',
    breaks: (d) => where(d.validationRecipients.length === 0),
  },
];

/** All findings about a draft, errors and warnings, each with its field, in the order of the wizard's screens. */
export function reviewDraft(draft: ConnectorDraft): Finding[] {
  const byRule = RULES.flatMap(({ code, field, severity, breaks }) =>
    breaks(draft).map((params): Finding => ({ code, field, severity, params })),
  );
  return [...byRule, ...entryFindings(draft), ...tlsDomainFindings(draft)];
}

/** Entries reach a draft through their reader; a forged or an old draft may still hold others. */
function entryFindings(draft: ConnectorDraft): Finding[] {
  const lists: readonly ListField[] = [
    ...(draft.scope === 'recipientDomains' ? (['recipientDomains'] as const) : []),
    'smartHosts',
    'validationRecipients',
  ];
  return lists.flatMap((field) => {
    const seen = new Set<string>();
    return draft[field].flatMap((entry): Finding[] => {
      const read = parseEntry[field](entry);
      if (!read.ok) return [{ ...read.finding, field }];
      const key = read.value.toLowerCase();
      if (seen.has(key))
        return [{ code: 'list.duplicate', severity: 'error', field, params: { value: read.value } }];
      seen.add(key);
      return [];
    });
  });
}

function tlsDomainFindings(draft: ConnectorDraft): Finding[] {
  if (!matchesDomain(draft) || draft.tlsDomain.trim() === '') return [];
  const read = parseDomainPattern(draft.tlsDomain);
  if (!read.ok) return [{ ...read.finding, field: 'tlsDomain' }];
  if (read.value.kind !== 'any') return [];
  return [{ code: 'pattern.wildcardTooWide', severity: 'error', field: 'tlsDomain', params: { value: '*' } }];
}
