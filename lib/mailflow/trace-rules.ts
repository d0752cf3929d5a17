// What the rules made of a message, one by one: which took it, which did not and why, which were not asked any more.
import type { Recipient } from './recipient';
import { type CompiledRoutes, type CompiledRule, ruleObstacle, sameTarget } from './route';
import type { Beaten, RouteNote, RouteNoteCode, RuleTrace } from './route-trace';
import type { RuleMessage } from './rule-message';
import type { Missing } from './rule-test';

const NEEDS: Record<Missing['what'], RouteNoteCode> = {
  sender: 'ruleNeedsSender',
  headers: 'ruleNeedsHeaders',
  size: 'ruleNeedsSize',
  members: 'ruleNeedsGroup',
  verdict: 'ruleNotJudged',
};

const needs = ({ what, ...named }: Missing, rule: string): RouteNote => ({
  code: NEEDS[what],
  params: { rule, ...named },
});

type RulesTrace = Readonly<{ rules: readonly RuleTrace[]; notes: readonly RouteNote[] }>;
const NO_RULES: RulesTrace = { rules: [], notes: [] };

/** The rules that are on, in their order, and what is uncertain about their verdict. */
export function traceRules(
  { rules, acceptedOf }: CompiledRoutes,
  recipient: Recipient,
  message: RuleMessage,
): RulesTrace {
  if (rules.length === 0) return NO_RULES;
  const traces: RuleTrace[] = [];
  const notes: RouteNote[] = [];
  let taken: CompiledRule | undefined;
  let stopped = false;
  for (const one of rules) {
    const { named: rule } = one;
    const answer = stopped ? undefined : one.test(message, recipient);
    if (!answer) traces.push({ rule, outcome: 'stopped' });
    else if (answer.is === 'yes') {
      if (taken && !sameTarget(taken, one)) {
        overrule(traces);
        notes.push({ code: 'rulesDisagree', params: { first: taken.named.name, second: rule.name } });
      }
      traces.push({ rule, outcome: 'took' });
      taken = one;
      stopped = one.rule.stopProcessing;
    } else if (answer.is === 'undecided') {
      traces.push({ rule, outcome: 'undecided' });
      notes.push(...answer.missing.map((missing) => needs(missing, rule.name)));
    } else traces.push({ rule, outcome: answer.is, condition: answer.at });
  }
  if (taken) notes.push(...takenNotes(taken));
  if (rules.some(({ rule }) => asksSenderScope(rule)) && message.sender && acceptedOf(message.sender.domain))
    notes.push({ code: 'internalSenderAssumed', params: { sender: message.sender.address } });
  return { rules: traces, notes };
}

function overrule(traces: RuleTrace[]): void {
  for (const [at, trace] of traces.entries())
    if (trace.outcome === 'took') traces[at] = { ...trace, outcome: 'overruled' };
}

/** "In the organization" also asks for an authenticated connection, which nobody here has seen. */
const asksSenderScope = ({ conditions, exceptions }: CompiledRule['rule']): boolean =>
  [...conditions, ...exceptions].some(({ kind }) => kind === 'senderScope');

function takenNotes({ target, named }: CompiledRule): RouteNote[] {
  const fits =
    target?.connector.direction === 'outbound' &&
    !ruleObstacle(target) &&
    target.connector.scope.kind !== 'transportRule';
  return fits
    ? [{ code: 'ruleTargetNotScoped', params: { rule: named.name, name: target.connector.name } }]
    : [];
}

/** The connectors of rules that a later rule overruled. */
export function overruled({ rules }: CompiledRoutes, traces: readonly RuleTrace[]): Beaten[] {
  return traces.flatMap(({ rule, outcome }) => {
    const target =
      outcome === 'overruled' ? rules.find(({ named }) => named.id === rule.id)?.target : undefined;
    if (!target) return [];
    const connector = { id: target.id, name: target.connector.name };
    return [{ connector, reason: 'ruleOverruled' as const, match: 'rule' as const, rule, wouldWin: false }];
  });
}
