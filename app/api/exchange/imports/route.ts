import { EXCHANGE_FILE_MAX_BYTES } from '@/lib/exchange/exchange-file';
import { problem } from '@/lib/operations/outcome';
import { mayReadImport, readImport, TOO_LARGE } from '@/lib/operations/read-import';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../outcome-response';
import { readBytes } from '../../read-bytes';

/**
 * POST /api/exchange/imports?name=… with a tenant's file as its body: `{ id }` of the import. next.config.ts lets bodies of
 * this length through.
 */
export async function POST(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    // Nobody's twenty megabytes are read but those of who may hand them in, from a page of the console's own.
    const asked = mayReadImport(context);
    if (!asked.ok) return asked;
    const site = request.headers.get('sec-fetch-site');
    if (site !== null && site !== 'same-origin') return problem({ kind: 'malformed' });
    const bytes = await readBytes(request, EXCHANGE_FILE_MAX_BYTES);
    if (!bytes) return problem({ kind: 'unreadableFile', refusal: TOO_LARGE });
    const fileName = new URL(request.url).searchParams.get('name') ?? '';
    return readImport(context, { fileName, bytes });
  });
}
