// What can be wrong with a draft, as tables of named rules. Says it by code; stops nothing itself.
import { type ConnectorDraft, LIST_FIELDS, parseEntry } from './connector-draft';
import { parseDomainPattern } from './domain-pattern';
import { counts } from './draft-fields';
import { type DraftRule, error, warning } from './draft-rule';
import type { Finding } from './finding';
import { hasControlCharacters } from './host-name';
import { isHybridWizardName } from './hybrid-wizard';
import { INBOUND_RULES } from './inbound-rules';
import { OUTBOUND_RULES } from './outbound-rules';
import { scenarioOf } from './scenario';

/** EAC's limit, documented for outbound connectors. */
export const NAME_MAX = 64;
export const DESCRIPTION_MAX = 1_024;

const longer = (text: string, max: number) => ([...text].length > max ? [{ max }] : []);

const COMMON_RULES: readonly DraftRule[] = [
  error('from', 'scenario.fromRequired', ({ from }) => from === ''),
  error('to', 'scenario.toRequired', ({ from, to }) => from !== '' && to === ''),
  error('to', 'scenario.impossible', (d) => d.from !== '' && d.to !== '' && !scenarioOf(d)),
  error('name', 'text.required', ({ name }) => name.trim() === ''),
  error('name', 'text.tooLong', ({ name }) => longer(name.trim(), NAME_MAX)),
  error('name', 'text.controlCharacters', ({ name }) => hasControlCharacters(name)),
  warning('name', 'name.hybridWizard', ({ name }) => isHybridWizardName(name)),
  error('description', 'text.tooLong', ({ description }) => longer(description, DESCRIPTION_MAX)),
  error('description', 'text.controlCharacters', ({ description }) =>
    hasControlCharacters(description.replace(/[\r\n\t]/g, '')),
  ),
];

const RULES: readonly DraftRule[] = [...COMMON_RULES, ...OUTBOUND_RULES, ...INBOUND_RULES];

/** All findings about what counts in a draft, errors and warnings, each with its field, in the order of the screens. */
export function reviewDraft(draft: ConnectorDraft): Finding[] {
  const byRule = RULES.filter(({ field }) => counts(draft, field)).flatMap(
    ({ code, field, severity, breaks }) =>
      breaks(draft).map((params): Finding => ({ code, field, severity, params })),
  );
  return [...byRule, ...entryFindings(draft), ...certificateNameFindings(draft)];
}

/** Entries reach a draft through their reader; a forged or an old draft may still hold others. */
function entryFindings(draft: ConnectorDraft): Finding[] {
  return LIST_FIELDS.filter((field) => counts(draft, field)).flatMap((field) => {
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

/** Names that a certificate is held against: one domain or one wildcard, never everything. */
function certificateNameFindings(draft: ConnectorDraft): Finding[] {
  return (['tlsDomain', 'senderCertificateName'] as const).flatMap((field): Finding[] => {
    if (!counts(draft, field) || draft[field].trim() === '') return [];
    const read = parseDomainPattern(draft[field]);
    if (!read.ok) return [{ ...read.finding, field }];
    if (read.value.kind !== 'any') return [];
    return [{ code: 'pattern.wildcardTooWide', severity: 'error', field, params: { value: '*' } }];
  });
}
