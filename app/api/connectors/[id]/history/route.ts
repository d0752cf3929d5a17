import { connectorHistory, connectorHistoryInput } from '@/lib/operations/connector-history';
import { problem } from '@/lib/operations/outcome';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../../outcome-response';

/** GET /api/connectors/<id>/history[?before=<version>]: a page of its ConnectorHistory. */
export async function GET(
  request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  return outcomeResponse(async () => {
    const before = new URL(request.url).searchParams.get('before');
    const input = { connectorId: (await params).id, ...(before !== null && { before: Number(before) }) };
    const read = connectorHistoryInput.safeParse(input);
    return read.success
      ? connectorHistory(await requestContext(), read.data)
      : problem({ kind: 'malformed' });
  });
}
