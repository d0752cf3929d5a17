// The answer to a question about a message as the browser asks for it. Server and browser share the key, so that a deep
// link comes with its answer.
import type { AttributionQuestion } from '@/lib/operations/attribution-query';
import type { RouteQuestion } from '@/lib/operations/route-trace-query';
import type { RouteAnswer } from '@/lib/operations/trace-route';

export type { RouteAnswer, RouteQuestion };

export const routeAnswerKey = (question: RouteQuestion) => ['route-trace', question] as const;

export const attributionAnswerKey = (question: AttributionQuestion) => ['attribution', question] as const;

/** Why there is no answer. */
export class AnswerUnavailable extends Error {
  constructor(readonly reason: 'signedOut' | 'failed') {
    super(`The answer is unavailable: ${reason}`);
  }
}

/** Posts a question of the trace's pages; throws AnswerUnavailable where no answer comes. */
export async function postQuestion<T>(path: string, question: object, signal: AbortSignal): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
    signal,
    cache: 'no-store',
  });
  if (answer.ok) return (await answer.json()) as T;
  await answer.body?.cancel();
  throw new AnswerUnavailable(answer.status === 401 ? 'signedOut' : 'failed');
}
