import { editing, editingInput } from '@/lib/operations/editing';
import { problem } from '@/lib/operations/outcome';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../../outcome-response';

/** GET /api/connectors/<id>/editing[?restore=<version>]: an EditingView. */
export async function GET(
  request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  return outcomeResponse(async () => {
    const restore = new URL(request.url).searchParams.get('restore');
    const input = { connectorId: (await params).id, ...(restore !== null && { restore: Number(restore) }) };
    const read = editingInput.safeParse(input);
    return read.success ? editing(await requestContext(), read.data) : problem({ kind: 'malformed' });
  });
}
