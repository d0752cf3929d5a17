import { connectorReport } from '@/lib/operations/find-connector';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../outcome-response';

/** GET /api/connectors/<id>: a ConnectorReport. */
export async function GET(
  _request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  return outcomeResponse(async () => connectorReport(await requestContext(), await params));
}
