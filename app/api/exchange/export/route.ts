import { getTranslations } from 'next-intl/server';
import { readExportQuestion } from '@/lib/operations/export-query';
import { exportSetUp } from '@/lib/operations/export-set-up';
import { requestContext } from '@/lib/server-request';
import { scriptWords } from '@/lib/words/script-words';
import { fileResponse } from '../../file-response';
import { outcomeResponse } from '../../outcome-response';

/** GET /api/exchange/export with the question of the page: the file. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const query = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
  return outcomeResponse(async () => {
    const [context, t] = await Promise.all([requestContext(), getTranslations('scripts')]);
    return exportSetUp(context, readExportQuestion(query), scriptWords(t));
  }, fileResponse);
}
