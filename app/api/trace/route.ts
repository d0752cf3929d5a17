import { problem } from '@/lib/operations/outcome';
import { routeAnswer, routeQuestionInput } from '@/lib/operations/trace-route';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../outcome-response';
import { readJson } from '../read-json';

/** POST /api/trace with a RouteQuestion: a RouteAnswer. By POST only because a thousand recipients fit into no address. */
export async function POST(request: Request): Promise<Response> {
  return outcomeResponse(async () => {
    const context = await requestContext();
    const question = routeQuestionInput.safeParse(await readJson(request));
    return question.success ? routeAnswer(context, question.data) : problem({ kind: 'malformed' });
  });
}
