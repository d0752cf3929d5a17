import { log } from '@/lib/log';
import { connectorReport } from '@/lib/operations/find-connector';
import type { Problem } from '@/lib/operations/outcome';
import { requestContext } from '@/lib/server-request';

const STATUS: Readonly<Record<Problem['kind'], number>> = {
  malformed: 400,
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  rateLimited: 429,
};
const PRIVATE = { 'cache-control': 'private, no-store' };

/** GET /api/connectors/<id>: a ConnectorReport, or `{ problem }` with its status. */
export async function GET(
  _request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  try {
    const outcome = await connectorReport(await requestContext(), await params);
    if (outcome.ok) return Response.json(outcome.value, { headers: PRIVATE });
    const { problem } = outcome;
    return Response.json({ problem }, { status: STATUS[problem.kind], headers: PRIVATE });
  } catch (error) {
    const errorId = crypto.randomUUID();
    log.error({ err: error, errorId }, 'A connector could not be read');
    return Response.json({ errorId }, { status: 500, headers: PRIVATE });
  }
}
