// How an operation that a request asked for ended: one word and a time, for the request's line, its span and the counters.
import { currentScope } from './scope';
import { inSpan } from './spans';

type Answer = Readonly<{ ok: true }> | Readonly<{ ok: false; problem: Readonly<{ kind: string }> }>;

/** `done`, or the problem's kind. */
export const outcomeOf = (answer: Answer): string => (answer.ok ? 'done' : answer.problem.kind);

/** Runs an operation under its name. What throws is `failed`. */
export function observed<T extends Answer>(operation: string, work: () => Promise<T>): Promise<T> {
  const beganAt = performance.now();
  const note = (outcome: string): void => {
    const scope = currentScope();
    if (scope) Object.assign(scope, { operation, outcome, operationMs: performance.now() - beganAt });
  };
  return inSpan(`operation ${operation}`, { 'mailspan.operation': operation }, async (span) => {
    note('failed');
    const answer = await work();
    note(outcomeOf(answer));
    span.setAttribute('mailspan.outcome', outcomeOf(answer));
    return answer;
  });
}

/** The same for a query, which has no name but its route. */
export function noteOutcome(outcome: string): void {
  const scope = currentScope();
  if (scope) scope.outcome = outcome;
}
