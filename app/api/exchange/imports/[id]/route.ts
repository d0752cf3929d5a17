import { importPlan } from '@/lib/operations/import-plan';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../../outcome-response';

type Props = Readonly<{ params: Promise<{ id: string }> }>;

/** GET /api/exchange/imports/<id>: an ImportPlanView; `?live=1` for the plan against what is here now, `?live=0` for the report. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const live = new URL(request.url).searchParams.get('live');
  return outcomeResponse(async () =>
    importPlan(await requestContext(), { id, ...(live !== null && { live: live === '1' }) }),
  );
}
