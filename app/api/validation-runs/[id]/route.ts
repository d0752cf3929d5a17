import { findValidationRun } from '@/lib/operations/find-validation-run';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../outcome-response';

/** GET /api/validation-runs/<id>: a ValidationRunView. */
export async function GET(
  _request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  return outcomeResponse(async () => findValidationRun(await requestContext(), await params));
}
