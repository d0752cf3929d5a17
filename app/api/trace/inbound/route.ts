import { problem } from '@/lib/operations/outcome';
import { attributionAnswer, attributionQuestionInput } from '@/lib/operations/trace-attribution';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../outcome-response';
import { readJson } from '../../read-json';

/** POST /api/trace/inbound with an AttributionQuestion: an AttributionAnswer. */
export async function POST(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    const question = attributionQuestionInput.safeParse(await readJson(request));
    return question.success ? attributionAnswer(context, question.data) : problem({ kind: 'malformed' });
  });
}
