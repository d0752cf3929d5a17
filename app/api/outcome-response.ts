// An operation's answer to a browser's query: its value as JSON, or `{ problem }` with the status that fits.
import { log } from '@/lib/log';
import { noteOutcome, outcomeOf } from '@/lib/observe/operation';
import type { Outcome, Problem } from '@/lib/operations/outcome';

const STATUS: Readonly<Record<Problem['kind'], number>> = {
  malformed: 400,
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  unreadableFile: 422,
  rateLimited: 429,
};
export const PRIVATE = { 'cache-control': 'private, no-store' };

/** What throws is logged under an id, and the browser gets `{ errorId }` and no more. */
export async function outcomeResponse<T>(
  answer: () => Promise<Outcome<T>>,
  respond: (value: T) => Response = (value) => Response.json(value, { headers: PRIVATE }),
): Promise<Response> {
  try {
    const outcome = await answer();
    noteOutcome(outcomeOf(outcome));
    if (outcome.ok) return respond(outcome.value);
    const { problem } = outcome;
    return Response.json({ problem }, { status: STATUS[problem.kind], headers: PRIVATE });
  } catch (error) {
    const errorId = crypto.randomUUID();
    noteOutcome('failed');
    log.error({ err: error, errorId }, 'A query could not be answered');
    return Response.json({ errorId }, { status: 500, headers: PRIVATE });
  }
}
