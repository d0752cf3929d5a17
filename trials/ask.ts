// A client's request to a server action, asked again until an answer comes that says yes or no.
import { setTimeout as delay } from 'node:timers/promises';
import type { Stranger } from '../e2e/support/stranger';
import type { Outcome, Problem } from '../lib/operations/outcome';
import type { Gate } from './gate';

/** How long a client waits before it asks again. */
export const RETRY_MS = 100;

export type Asking = Readonly<{ stranger: Stranger; gate: Gate }>;

/** What a request came to: done, refused by the console, or without an answer that says which. */
type Answer<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem: Problem }> | undefined;

/** Asks until an answer comes; `told` hears of each time that none came. */
export async function ask<T>(
  { stranger, gate }: Asking,
  cookie: string,
  action: string,
  input: unknown,
  told: () => void = () => undefined,
): Promise<Readonly<{ answer: Exclude<Answer<T>, undefined>; isFirst: boolean }>> {
  for (let isFirst = true; ; isFirst = false) {
    const answer = await gate.through(async (): Promise<Answer<T>> => {
      const { outcome } = await stranger.act(action, input, { cookie }).catch(() => ({ outcome: undefined }));
      return answerIn(outcome as Outcome<T> | undefined);
    });
    if (answer) return { answer, isFirst };
    if (isFirst) gate.count.unanswered += 1;
    told();
    await delay(RETRY_MS);
  }
}

/** One of many that failed inside the console, and a database that was gone, say neither yes nor no. */
function answerIn<T>(outcome: Outcome<T> | undefined): Answer<T> {
  if (!outcome) return undefined;
  return outcome.ok || !isUnclear(outcome.problem) ? outcome : undefined;
}

export const isUnclear = (problem: Problem): boolean =>
  problem.kind === 'storage' || (problem.kind === 'conflict' && problem.code === 'itemFailed');

export const isConflict = (problem: Problem, code: string): boolean =>
  problem.kind === 'conflict' && problem.code === code;
