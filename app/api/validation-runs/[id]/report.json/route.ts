import { validationReportFile } from '@/lib/operations/validation-files';
import { requestContext } from '@/lib/server-request';
import { fileResponse } from '../../../file-response';
import { outcomeResponse } from '../../../outcome-response';

/** GET /api/validation-runs/<id>/report.json: the whole report, as docs/schema/validation-report.schema.json has it. */
export async function GET(
  _request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  return outcomeResponse(
    async () => validationReportFile(await requestContext(), await params),
    fileResponse,
  );
}
