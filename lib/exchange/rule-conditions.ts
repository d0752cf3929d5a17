// Conditions of transport rules, compared as the service takes them: case, order and repetition say nothing.
import type { RuleCondition } from '../mailflow/transport-rule';
import { spelledJson } from './json-spelling';
import { sayCondition } from './rule-predicates';

type Conditions = readonly RuleCondition[];

export const sameConditions = (one: Conditions, other: Conditions): boolean =>
  spelledJson(one) === spelledJson(other);

/** What a file says, and of `known` what it does not: predicates that it lacks, beginning with `prefix`. */
export function conditionsAfter(
  known: Conditions,
  said: Conditions,
  prefix: string,
  silent: ReadonlySet<string>,
): Conditions {
  const unasked = known.filter((condition) =>
    Object.keys(sayCondition(condition)).every((parameter) => silent.has(`${prefix}${parameter}`)),
  );
  return [...withKnownMembers(said, known), ...unasked];
}

/**
 * A tenant's file names a group and nobody in it: who was told here stays told. Each known condition speaks for one of the
 * file's and for no more, those first that the file itself says whole.
 */
function withKnownMembers(said: Conditions, known: Conditions): Conditions {
  const left = known.filter(
    (other) => !said.some((condition) => sameConditions([condition], [other]) && isTold(condition)),
  );
  return said.map((condition) => {
    if (!('members' in condition) || isTold(condition)) return condition;
    const at = left.findIndex(
      (other) =>
        other.kind === condition.kind &&
        'group' in other &&
        spelledJson(other.group) === spelledJson(condition.group),
    );
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same && 'members' in same ? { ...condition, members: same.members } : condition;
  });
}

const isTold = (condition: RuleCondition): boolean => 'members' in condition && condition.members.length > 0;
