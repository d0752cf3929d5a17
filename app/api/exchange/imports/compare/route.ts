import { compareImports, compareImportsInput } from '@/lib/operations/compare-imports';
import { problem } from '@/lib/operations/outcome';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../../outcome-response';

/** GET /api/exchange/imports/compare?from=…&to=…: an ImportComparison. */
export async function GET(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    const read = compareImportsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    return read.success ? compareImports(context, read.data) : problem({ kind: 'notFound' });
  });
}
