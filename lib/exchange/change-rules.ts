// The commands that bring a tenant's transport rules to what they shall be, in the groups in which a change script writes
// them. A rule that can't be said, or that leads nowhere, stays as the tenant has it.
import type { KeptConnector, KeptRule } from '../mailflow/mail-setup';
import type { TransportRule } from '../mailflow/transport-rule';
import type { RulePlace } from './command';
import {
  byPriority,
  changedRuleParts,
  connectorOf,
  newRuleParts,
  ruleObstacles,
  ruleRecordTo,
} from './rule-commands';
import { placesOf } from './rule-moves';
import { commanded, type ScriptPart, said } from './script-frame';
import { identityOf, type Named, namesMeanwhile, type Pair, pairsOf, renames } from './tenant-pairs';

const RULES: Named<KeptRule> = { name: ({ rule }) => rule.name, guid: ({ rule }) => rule.exchange?.guid };

export const rulePairs = (
  before: readonly KeptRule[],
  after: readonly KeptRule[],
): readonly Pair<KeptRule>[] => pairsOf(byPriority(before), byPriority(after), RULES);

export type RuleChange = Readonly<{
  /** New ones, changed ones and those that move, in the order that they shall have: each finds its place behind the one before. */
  ordered: readonly ScriptPart[];
  /** Those that go off, and what else changes of them. */
  switchedOff: readonly ScriptPart[];
  removed: readonly ScriptPart[];
  renamed: readonly ScriptPart[];
}>;

/** What the tenant knows each rule by until it is renamed, by the pair's key. */
export function ruleIdentities(pairs: readonly Pair<KeptRule>[]): ReadonlyMap<number, string> {
  const names = namesMeanwhile(pairs, RULES);
  return new Map(
    pairs.map((pair) => [pair.key, pair.before ? identityOf(pair, RULES) : (names.get(pair.key) ?? '')]),
  );
}

/** Rules that stay as the tenant has them, with the reason. */
export const untouchableRules = (
  pairs: readonly Pair<KeptRule>[],
  targetOf: (rule: TransportRule) => string | undefined,
): readonly Readonly<{ pair: Pair<KeptRule>; notes: readonly ScriptPart[] }>[] =>
  pairs.flatMap((pair) => {
    const notes = pair.after ? ruleObstacles(pair.after.rule, targetOf(pair.after.rule)) : [];
    return notes.length > 0 ? [{ pair, notes }] : [];
  });

/**
 * `beforeOf` and `targetOf` name the connector that a rule leads to as the tenant calls it while the script runs. `pairs`
 * has no rule that stays as it is.
 */
export function changeRules(
  pairs: readonly Pair<KeptRule>[],
  beforeOf: (rule: TransportRule) => string | undefined,
  targetOf: (rule: TransportRule) => string | undefined,
): RuleChange {
  const names = namesMeanwhile(pairs, RULES);
  const nameOf = (key: number) => names.get(key) ?? '';
  const identity = (pair: Pair<KeptRule>) => (pair.before ? identityOf(pair, RULES) : nameOf(pair.key));
  const places = rulePlaces(pairs, identity);
  const changes = (
    pair: Pair<KeptRule>,
    { place }: Readonly<{ place: RulePlace | undefined }>,
  ): ScriptPart[] => {
    const { before, after } = pair;
    if (!before || !after) return [];
    const own = changedRuleParts(after.rule, identity(pair), {
      before: ruleRecordTo(before.rule, beforeOf(before.rule) ?? ''),
      after: ruleRecordTo(after.rule, targetOf(after.rule) ?? ''),
      place,
    });
    const turned = switched(before.rule, after.rule);
    const turn = turned ? [commanded(turned, { Identity: identity(pair) })] : [];
    return titled(after, turned === 'Disable-TransportRule' ? [...turn, ...own] : [...own, ...turn]);
  };
  const comesOrChanges = (pair: Pair<KeptRule>): ScriptPart[] => {
    const { key, before, after } = pair;
    const target = after && targetOf(after.rule);
    if (!after || target === undefined) return [];
    const place = places.get(key);
    if (!before) return titled(after, newRuleParts(after.rule, target, nameOf(key), place));
    if (!turnsOff(pair)) return changes(pair, { place });
    const command = { cmdlet: 'Set-TransportRule', parameters: { Identity: identity(pair) } };
    return place ? titled(after, [{ kind: 'command', command: { ...command, place } }]) : [];
  };
  return {
    ordered: pairs.flatMap(comesOrChanges),
    switchedOff: pairs.flatMap((pair) => (turnsOff(pair) ? changes(pair, { place: undefined }) : [])),
    removed: pairs.flatMap((pair) => {
      if (pair.after || !pair.before) return [];
      const one = { Identity: identity(pair) };
      const off = pair.before.rule.enabled ? [commanded('Disable-TransportRule', one)] : [];
      return [title(pair.before), ...off, commanded('Remove-TransportRule', one)];
    }),
    renamed: renames(pairs, RULES).flatMap(({ key, from, to }) => {
      const pair = pairs.find((one) => one.key === key);
      const own = pair?.before ? identityOf(pair, RULES) : from;
      const isGuid = pair?.before !== undefined && own !== RULES.name(pair.before);
      return [commanded('Set-TransportRule', { Identity: isGuid ? own : from, Name: to })];
    }),
  };
}

const title = ({ rule: { name } }: KeptRule): ScriptPart => said('object.rule', { name });
const titled = (kept: KeptRule, parts: readonly ScriptPart[]): ScriptPart[] =>
  parts.length > 0 ? [title(kept), ...parts] : [];

const turnsOff = ({ before, after }: Pair<KeptRule>): boolean =>
  before?.rule.enabled === true && after?.rule.enabled === false;

const switched = (before: TransportRule, after: TransportRule) => {
  if (before.enabled === after.enabled) return undefined;
  return after.enabled ? 'Enable-TransportRule' : 'Disable-TransportRule';
};

/** By the pair's key, for those that come or move, one after the other in the order that they shall have. */
function rulePlaces(
  pairs: readonly Pair<KeptRule>[],
  identity: (pair: Pair<KeptRule>) => string,
): ReadonlyMap<number, RulePlace> {
  const byKey = new Map(pairs.map((pair) => [String(pair.key), pair]));
  const keys = (list: readonly Pair<KeptRule>[]) => list.map(({ key }) => String(key));
  const there = byPriority(pairs.flatMap(({ before }) => before ?? []));
  const wanted = byPriority(pairs.flatMap(({ after }) => after ?? []));
  const keysOf = (rules: readonly KeptRule[], side: 'before' | 'after') =>
    keys(rules.flatMap((rule) => pairs.find((pair) => pair[side] === rule) ?? []));
  const places = placesOf(keysOf(there, 'before'), keysOf(wanted, 'after'));
  return new Map(
    [...places].flatMap(([key, beside]) => {
      const other = byKey.get(beside.key);
      return other ? [[Number(key), { of: identity(other), offset: beside.offset }] as const] : [];
    }),
  );
}

/** The connector's pair that a rule leads to, looked up on the rule's own side. */
export const pairOfTarget = (
  rule: TransportRule,
  pairs: readonly Pair<KeptConnector>[],
  side: 'before' | 'after',
): Pair<KeptConnector> | undefined => {
  const found = connectorOf(
    rule,
    pairs.flatMap((pair) => pair[side] ?? []),
  );
  return found && pairs.find((pair) => pair[side] === found);
};
