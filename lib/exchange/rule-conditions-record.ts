// The conditions and exceptions in Get-TransportRule's record. A predicate that the console can't hold stays as it is, and a
// note says why nobody but Exchange can judge it.
import type { RuleCondition } from '../mailflow/transport-rule';
import type { ConditionList } from '../mailflow/transport-rule-draft';
import { flagIn } from './exchange-values';
import type { ImportNoteCode } from './import-note-codes';
import { type RecordFields, valueIn } from './kept-settings';
import { note, type Reading, shortened } from './record-reading';
import { EXCEPT, OTHER_PREDICATES, PART_OF } from './rule-parameter-names';
import {
  isAsked,
  KNOWN_KINDS,
  type KnownKind,
  PREDICATES,
  readPredicate,
  type Unread,
} from './rule-predicates';

const KNOWN: ReadonlySet<string> = new Set([
  ...KNOWN_KINDS.flatMap((kind) => PREDICATES[kind].map(({ parameter }) => parameter)),
  ...OTHER_PREDICATES,
]);

const WHY: Readonly<Record<Unread['why'], ImportNoteCode>> = {
  entry: 'ruleEntry',
  pattern: 'rulePattern',
  value: 'ruleOnlyExchange',
};

/** In the order of the tables: Exchange keeps none. */
export function readConditions(reading: Reading, list: ConditionList): RuleCondition[] {
  const prefix = list === 'exceptions' ? EXCEPT : '';
  const asked: RecordFields = Object.fromEntries(
    [...KNOWN, ...unlisted(reading.fields)].flatMap((parameter) => {
      const value = valueIn(reading.fields, `${prefix}${parameter}`) ?? null;
      return isAsked(value) ? [[parameter, value]] : [];
    }),
  );
  const others = Object.keys(asked).filter(
    (parameter) =>
      !KNOWN_KINDS.some((kind) => PREDICATES[kind].some((said) => said.parameter === parameter)) &&
      asked[PART_OF[parameter] ?? parameter] !== undefined,
  );
  for (const parameter of others) noteUnread(reading, { why: 'value', parameter: `${prefix}${parameter}` });
  return [
    ...KNOWN_KINDS.flatMap((kind) => readKnown(reading, kind, asked, prefix)),
    ...others.map((parameter) => other(parameter, asked)),
  ];
}

const other = (parameter: string, asked: RecordFields): RuleCondition => ({
  ...{ kind: 'other', parameter, value: asked[parameter] ?? null },
});

function readKnown(reading: Reading, kind: KnownKind, asked: RecordFields, prefix: string): RuleCondition[] {
  const said = PREDICATES[kind].filter(({ parameter }) => asked[parameter] !== undefined);
  const legacy = flagIn(reading.fields, 'UseLegacyRegex') && said.find(({ part }) => part === 'expressions');
  const read = legacy
    ? { unread: { why: 'pattern', parameter: legacy.parameter, value: 'UseLegacyRegex' } as const }
    : readPredicate(kind, asked, prefix !== '');
  if ('unread' in read) {
    noteUnread(reading, { ...read.unread, parameter: `${prefix}${read.unread.parameter}` });
    return said.map(({ parameter }) => other(parameter, asked));
  }
  for (const condition of read.conditions)
    if ('group' in condition) note(reading, 'ruleGroupMembers', condition.group, 'info');
  return [...read.conditions];
}

/** Predicates that came after our list: each has its twin. */
const unlisted = (fields: RecordFields): readonly string[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(EXCEPT))
    .map((name) => name.slice(EXCEPT.length))
    .filter((name) => /^[A-Z][A-Za-z0-9]*$/.test(name) && !KNOWN.has(name));

function noteUnread(
  { notes }: Reading,
  { why, parameter, value = '' }: Omit<Unread, 'value'> & { value?: string },
): void {
  const params = { property: parameter, ...(value !== '' && { value: shortened(value) }) };
  notes.push({ code: WHY[why], severity: why === 'value' ? 'info' : 'warning', params });
}
