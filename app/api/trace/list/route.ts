import { problem } from '@/lib/operations/outcome';
import { listAnswer, listQuestionInput } from '@/lib/operations/trace-list';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../outcome-response';
import { readJson } from '../../read-json';

/** POST /api/trace/list with a part of a list: a ListAnswer. */
export async function POST(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    const question = listQuestionInput.safeParse(await readJson(request));
    return question.success ? listAnswer(context, question.data) : problem({ kind: 'malformed' });
  });
}
