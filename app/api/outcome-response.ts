// An operation's answer to a browser's query: its value as JSON, or `{ problem }` with the status that fits.
import { log } from '@/lib/log';
import { noteOutcome, outcomeOf } from '@/lib/observe/operation';
import type { Outcome, Problem } from '@/lib/operations/outcome';
import { storageProblem } from '@/lib/operations/storage-problem';

const STATUS: Readonly<Record<Problem['kind'], number>> = {
  malformed: 400,
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  unreadableFile: 422,
  rateLimited: 429,
  storage: 503,
};
export const PRIVATE = { 'cache-control': 'private, no-store' };

/** What throws is logged under an id, and the browser gets `{ errorId }` and no more, unless the store is the trouble. */
export async function outcomeResponse<T>(
  answer: () => Promise<Outcome<T>>,
  respond: (value: T) => Response = (value) => Response.json(value, { headers: PRIVATE }),
): Promise<Response> {
  try {
    const outcome = await answer();
    noteOutcome(outcomeOf(outcome));
    return outcome.ok ? respond(outcome.value) : problemResponse(outcome.problem);
  } catch (error) {
    const errorId = crypto.randomUUID();
    noteOutcome('failed');
    log.error({ err: error, errorId }, 'A query could not be answered');
    const known = storageProblem(error);
    if (known && !known.ok) return problemResponse(known.problem);
    return Response.json({ errorId }, { status: 500, headers: PRIVATE });
  }
}

const problemResponse = (problem: Problem): Response =>
  Response.json({ problem }, { status: STATUS[problem.kind], headers: PRIVATE });
