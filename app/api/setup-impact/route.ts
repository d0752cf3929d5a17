import { problem } from '@/lib/operations/outcome';
import { setupImpact, setupImpactInput } from '@/lib/operations/setup-impact';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../outcome-response';
import { readJson } from '../read-json';

/** POST /api/setup-impact with a SetupImpactInput: a SetupImpact. By POST only because a draft fits into no address. */
export async function POST(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    const input = setupImpactInput.safeParse(await readJson(request));
    return input.success ? setupImpact(context, input.data) : problem({ kind: 'malformed' });
  });
}
