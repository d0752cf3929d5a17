import { findValidationRun } from '@/lib/operations/find-validation-run';
import type { Problem } from '@/lib/operations/outcome';
import { requestContext } from '@/lib/server-request';

const STATUS: Partial<Record<Problem['kind'], number>> = { signedOut: 401, forbidden: 403, notFound: 404 };

/** The run as a browser follows it, a few times a second. */
export async function GET(
  _request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  const { id } = await params;
  const outcome = await findValidationRun(await requestContext(), { id });
  const headers = { 'cache-control': 'no-store' };
  if (outcome.ok) return Response.json(outcome.value, { headers });
  return Response.json(outcome.problem, { status: STATUS[outcome.problem.kind] ?? 400, headers });
}
