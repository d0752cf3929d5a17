import { problem } from '@/lib/operations/outcome';
import { transcriptFile, transcriptFileInput } from '@/lib/operations/validation-files';
import { requestContext } from '@/lib/server-request';
import { fileResponse } from '../../../file-response';
import { outcomeResponse } from '../../../outcome-response';

/** GET /api/validation-runs/<id>/transcript.txt[?connection=<n>]: one connection's dialogue, or all of them. */
export async function GET(
  request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  return outcomeResponse(async () => {
    const connection = new URL(request.url).searchParams.get('connection');
    const read = transcriptFileInput.safeParse({
      id: (await params).id,
      ...(connection !== null && { connection }),
    });
    return read.success ? transcriptFile(await requestContext(), read.data) : problem({ kind: 'malformed' });
  }, fileResponse);
}
