import { watchMxInput } from '@/lib/operations/guide-input';
import { problem } from '@/lib/operations/outcome';
import { watchMx } from '@/lib/operations/watch-mx';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../outcome-response';

/** GET /api/guide/mx?domain=contoso.com: an MxWatch. */
export async function GET(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    const domain = new URL(request.url).searchParams.get('domain');
    const input = watchMxInput.safeParse({ domain });
    return input.success ? watchMx(context, input.data) : problem({ kind: 'malformed' });
  });
}
