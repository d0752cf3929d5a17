import { setUpFile } from '@/lib/operations/set-up-file';
import { requestContext } from '@/lib/server-request';
import { fileResponse } from '../file-response';
import { outcomeResponse } from '../outcome-response';

/** GET /api/set-up.json: the whole set-up, as docs/schema/set-up.schema.json has it. */
export async function GET(): Promise<Response> {
  return outcomeResponse(async () => setUpFile(await requestContext()), fileResponse);
}
