import { validationRunList } from '@/lib/operations/list-validation-runs';
import { readRunView } from '@/lib/operations/validation-list-query';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../outcome-response';

/** GET /api/validation-runs with the filters of the page: a RunPage. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return outcomeResponse(async () => validationRunList(await requestContext(), readRunView(query)));
}
