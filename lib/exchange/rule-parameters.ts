// A transport rule as the parameters of New-/Set-TransportRule, which are also the properties that Get-TransportRule prints
// (but Enabled, which it calls State). Says every predicate, also those that the rule does not ask.
import { TEXT_PATTERN_MAX } from '../mailflow/text-pattern';
import type { RuleCondition, TransportRule } from '../mailflow/transport-rule';
import type { ConditionList } from '../mailflow/transport-rule-draft';
import { type RecordFields, sameValue, withKept } from './kept-settings';
import { EXCEPT, FLAG_PREDICATES, OTHER_PREDICATES } from './rule-parameter-names';
import { entriesIn, KNOWN_KINDS, PREDICATES, sayCondition, sayEither } from './rule-predicates';

/**
 * What no parameter says. `taken`: another condition of the rule has the parameter, and it says one thing only. `tooLong`: a
 * pattern, as a regular expression. `connector`: the rule names it by id.
 */
export type CannotSay =
  | Readonly<{ why: 'taken' | 'tooLong'; list: ConditionList; at: number; parameter: string }>
  | Readonly<{ why: 'connector' }>;

/** As long as there is something that can't be said, the parameters ask for less than the rule: don't run them. */
export type RuleParameters = Readonly<{ parameters: RecordFields; cannotSay: readonly CannotSay[] }>;

/** What the console knows of a rule; what it keeps for Exchange (`exchange`) is not in here. */
export function ruleParameters(rule: TransportRule): RuleParameters {
  const conditions = sayList('conditions', rule.conditions);
  const exceptions = sayList('exceptions', rule.exceptions);
  const byName = rule.connector.by === 'name' ? rule.connector.name : null;
  return {
    parameters: {
      Name: rule.name,
      Enabled: rule.enabled,
      Priority: rule.priority,
      ...NOTHING_ASKED,
      ...conditions.parameters,
      ...exceptions.parameters,
      RouteMessageOutboundConnector: byName,
      StopRuleProcessing: rule.stopProcessing,
    },
    cannotSay: [
      ...conditions.cannotSay,
      ...exceptions.cannotSay,
      ...(byName === null ? [{ why: 'connector' as const }] : []),
    ],
  };
}

/** The rule as a record: its own settings, its Guid, and what is kept for Exchange where it still stands. */
export function ruleRecord(rule: TransportRule): RecordFields {
  const guid = rule.exchange?.guid === undefined ? undefined : { Guid: rule.exchange.guid };
  return { ...withKept(ruleParameters(rule).parameters, rule.exchange), ...guid };
}

/** Every predicate's parameter, its twin behind all of them. */
const ALL: readonly string[] = [
  ...KNOWN_KINDS.flatMap((kind) => PREDICATES[kind].map(({ parameter }) => parameter)),
  ...OTHER_PREDICATES,
];
const FLAGS: ReadonlySet<string> = new Set(FLAG_PREDICATES);
const NOTHING_ASKED: RecordFields = Object.fromEntries(
  ['', EXCEPT].flatMap((prefix) =>
    ALL.map((parameter) => [`${prefix}${parameter}`, FLAGS.has(parameter) ? false : null]),
  ),
);

function sayList(list: ConditionList, conditions: readonly RuleCondition[]): RuleParameters {
  const said = new Map<string, RecordFields>();
  const cannotSay: CannotSay[] = [];
  for (const [at, condition] of conditions.entries()) {
    const fields = sayCondition(condition);
    const [parameter = '', value] = Object.entries(fields).at(-1) ?? [];
    const cannot = (why: 'taken' | 'tooLong') =>
      cannotSay.push({ why, list, at, parameter: prefixed(list, parameter) });
    const before = [...said.values()].find((other) => Object.keys(fields).some((name) => name in other));
    const joined = before ? join(list, condition, before, fields) : fields;
    if (!joined) cannot('taken');
    else if (
      isPattern(condition) &&
      entriesIn(value).some((entry) => String(entry).length > TEXT_PATTERN_MAX)
    )
      cannot('tooLong');
    else said.set(parameter, joined);
  }
  const fields = [...said.values()].flatMap((one) => Object.entries(one));
  return {
    parameters: Object.fromEntries(fields.map(([name, value]) => [prefixed(list, name), value])),
    cannotSay,
  };
}

const prefixed = (list: ConditionList, parameter: string): string =>
  list === 'exceptions' ? `${EXCEPT}${parameter}` : parameter;

const isPattern = ({ kind }: RuleCondition): boolean =>
  kind !== 'other' && PREDICATES[kind].some(({ part }) => part === 'expressions');

/** Two conditions as one: both must hold, which few parameters can say; of two exceptions any one will do. */
function join(
  list: ConditionList,
  { kind }: RuleCondition,
  before: RecordFields,
  fields: RecordFields,
): RecordFields | undefined {
  const names = Object.keys(fields);
  if (names.every((name) => name in before && sameValue(name, before[name] ?? null, fields[name] ?? null)))
    return before;
  if (kind === 'other' || PREDICATES[kind].some(({ parameter }) => !(parameter in before))) return undefined;
  if (list === 'exceptions') return sayEither(kind, before, fields);
  const size =
    kind === 'sizeAtLeast' && Math.max(Number(before.MessageSizeOver), Number(fields.MessageSizeOver));
  return size ? { MessageSizeOver: size } : undefined;
}
