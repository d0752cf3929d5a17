// The conditions that the console knows as Exchange's predicates, in one table for both ways. Reads only what a condition
// of the form can hold; everything else stays a predicate that only Exchange can judge.
import type { Json } from '../mailflow/exchange-origin';
import type { MailScope, RuleCondition, RuleConditionKind } from '../mailflow/transport-rule';
import {
  type ConditionDraft,
  fromCondition,
  newCondition,
  reviewCondition,
  toCondition,
} from '../mailflow/transport-rule-draft';
import type { RecordFields } from './kept-settings';
import { sizeInBytes } from './message-size';
import { readExpression, toExpression } from './rule-pattern';

export type KnownKind = Exclude<RuleConditionKind, 'other'>;
/** What of a condition a parameter says; `expressions` are the values as regular expressions. */
type Part = 'values' | 'expressions' | 'group' | 'header' | 'scope' | 'size';
type Said = readonly Readonly<{ part: Part; parameter: string }>[];

/** @see New-TransportRule; the exceptions' parameters begin with ExceptIf */
export const PREDICATES: Readonly<Record<KnownKind, Said>> = {
  recipientDomainIs: [{ part: 'values', parameter: 'RecipientDomainIs' }],
  recipientIs: [{ part: 'values', parameter: 'SentTo' }],
  recipientMatches: [{ part: 'expressions', parameter: 'RecipientAddressMatchesPatterns' }],
  recipientMemberOf: [{ part: 'group', parameter: 'SentToMemberOf' }],
  recipientScope: [{ part: 'scope', parameter: 'SentToScope' }],
  senderDomainIs: [{ part: 'values', parameter: 'SenderDomainIs' }],
  senderIs: [{ part: 'values', parameter: 'From' }],
  senderMatches: [{ part: 'expressions', parameter: 'FromAddressMatchesPatterns' }],
  senderMemberOf: [{ part: 'group', parameter: 'FromMemberOf' }],
  senderScope: [{ part: 'scope', parameter: 'FromScope' }],
  headerContains: [
    { part: 'header', parameter: 'HeaderContainsMessageHeader' },
    { part: 'values', parameter: 'HeaderContainsWords' },
  ],
  headerMatches: [
    { part: 'header', parameter: 'HeaderMatchesMessageHeader' },
    { part: 'expressions', parameter: 'HeaderMatchesPatterns' },
  ],
  sizeAtLeast: [{ part: 'size', parameter: 'MessageSizeOver' }],
};
export const KNOWN_KINDS = Object.keys(PREDICATES) as KnownKind[];

const SCOPES: Readonly<Record<MailScope, string>> = {
  internal: 'InOrganization',
  external: 'NotInOrganization',
};
const scopeOf = (name: Json | undefined): MailScope | undefined =>
  (Object.keys(SCOPES) as MailScope[]).find((scope) => SCOPES[scope] === name);

/** A condition in parameters, without ExceptIf. */
export function sayCondition(condition: RuleCondition): RecordFields {
  if (condition.kind === 'other') return { [condition.parameter]: condition.value };
  const draft = fromCondition(condition);
  const bytes = condition.kind === 'sizeAtLeast' ? condition.bytes : 0;
  return Object.fromEntries(
    PREDICATES[condition.kind].map(({ part, parameter }) => [parameter, SAY[part](draft, bytes)]),
  );
}

const SAY: Readonly<Record<Part, (draft: ConditionDraft, bytes: number) => Json>> = {
  values: ({ values }) => values,
  expressions: ({ values }) => values.map(toExpression),
  group: ({ name }) => [name],
  header: ({ name }) => name,
  scope: ({ scope }) => SCOPES[scope],
  size: (_, bytes) => bytes,
};

/** One predicate for two exceptions of a kind, any of which is enough; undefined where none says both. */
export function sayEither(kind: KnownKind, one: RecordFields, other: RecordFields): RecordFields | undefined {
  const joined = PREDICATES[kind].map(({ part, parameter }) => [
    parameter,
    EITHER[part](one[parameter] ?? null, other[parameter] ?? null),
  ]);
  return joined.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(joined);
}

type Either = (one: Json, other: Json) => Json | undefined;
const union: Either = (one, other) => [...new Set([...entriesIn(one), ...entriesIn(other)])];
const same: Either = (one, other) =>
  String(one).toLowerCase() === String(other).toLowerCase() ? one : undefined;
const EITHER: Readonly<Record<Part, Either>> = {
  values: union,
  expressions: union,
  group: union,
  header: same,
  scope: same,
  size: (one, other) => Math.min(Number(one), Number(other)),
};

/** A value as a list, without what is empty. */
export const entriesIn = (value: Json | undefined): readonly Json[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value ?? null]).filter(
    (entry) => entry !== null && entry !== '',
  );

/** True where a predicate's value asks something, or an action's does something; false is how Exchange prints a no. */
export const isAsked = (value: Json): boolean => value !== false && entriesIn(value).length > 0;

/** Why a predicate that is set can't be read; `value` is what stops it. */
export type Unread = Readonly<{ why: 'entry' | 'pattern' | 'value'; parameter: string; value: string }>;
export type ReadPredicate =
  | Readonly<{ conditions: readonly RuleCondition[] }>
  | Readonly<{ conditions?: never; unread: Unread }>;

/**
 * The conditions that a predicate's values make, none where it is not set. Of several groups any one will do: as exceptions
 * they are one each, as a condition they can't be read.
 */
export function readPredicate(kind: KnownKind, values: RecordFields, isException: boolean): ReadPredicate {
  const said = PREDICATES[kind].map((one) => ({ ...one, entries: entriesIn(values[one.parameter]) }));
  if (said.every(({ entries }) => entries.length === 0)) return { conditions: [] };
  let drafts = [newCondition(kind)];
  for (const { part, parameter, entries } of said) {
    const [first] = entries;
    const parts = first === undefined ? missed(null) : READ[part](first, entries, isException);
    if ('why' in parts) return { unread: { ...parts, parameter } };
    drafts = drafts.flatMap((draft) => parts.map((one) => ({ ...draft, ...one })));
  }
  const noticed = drafts.flatMap(reviewCondition)[0];
  if (!noticed) return { conditions: drafts.map(toCondition) };
  const parameter = said.at(-1)?.parameter ?? '';
  return { unread: { why: 'entry', parameter, value: String(noticed.finding.params?.value ?? '') } };
}

type Miss = Omit<Unread, 'parameter'>;
const missed = (value: Json, why: Unread['why'] = 'value'): Miss => ({
  why,
  value: typeof value === 'string' ? value : JSON.stringify(value),
});

/** What a parameter's entries say of a condition; of several conditions, where it says several. */
type Read = (
  first: Json,
  entries: readonly Json[],
  isException: boolean,
) => readonly Partial<ConditionDraft>[] | Miss;

const isText = (entry: Json): entry is string => typeof entry === 'string';

const ofTexts =
  (read: (texts: string[], isException: boolean) => readonly Partial<ConditionDraft>[] | Miss): Read =>
  (_, entries, isException) => {
    const wrong = entries.find((entry) => !isText(entry));
    return wrong === undefined ? read(entries.filter(isText), isException) : missed(wrong);
  };

const READ: Readonly<Record<Part, Read>> = {
  values: ofTexts((values) => [{ values }]),
  expressions: ofTexts((texts) => {
    const values = texts.flatMap((text) => readExpression(text) ?? []);
    const wrong = texts.find((text) => readExpression(text) === undefined);
    return wrong === undefined ? [{ values }] : missed(wrong, 'pattern');
  }),
  group: ofTexts((names, isException) =>
    names.length === 1 || isException ? names.map((name) => ({ name })) : missed(names),
  ),
  header: ofTexts((names) => (names.length === 1 ? names.map((name) => ({ name })) : missed(names))),
  scope: (first, { length }) => {
    const scope = length === 1 ? scopeOf(first) : undefined;
    return scope ? [{ scope }] : missed(first);
  },
  size: (first, { length }) => {
    const bytes = length === 1 ? sizeInBytes(first) : undefined;
    return bytes === undefined ? missed(first) : [{ size: `${bytes} B` }];
  },
};
