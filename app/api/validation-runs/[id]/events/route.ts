import { log } from '@/lib/log';
import { stopping } from '@/lib/observe/stopping';
import { followValidationRun, type RunUpdate } from '@/lib/operations/follow-validation-run';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse } from '../../../outcome-response';

/** A browser whose stream broke off asks again so soon. */
const RETRY_MS = 500;
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: neither Next.js nor a proxy may hold events back to compress them. The last is nginx's own switch.
  'cache-control': 'private, no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * GET /api/validation-runs/<id>/events: server-sent events. `run` is a RunUpdate with its position as the event's id,
 * from which a stream that broke off, as when this server is told to stop, goes on; `alive` says nothing; `end` is the last of a run that is over.
 */
export async function GET(
  request: Request,
  { params }: Readonly<{ params: Promise<{ id: string }> }>,
): Promise<Response> {
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal, stopping()]);
  const after = request.headers.get('last-event-id') ?? undefined;
  return outcomeResponse(
    async () => followValidationRun(await requestContext(), { id: (await params).id, after }, signal),
    (updates) => new Response(eventStream(updates, gone), { headers: HEADERS }),
  );
}

/** Asks for the next update as the browser takes the last one, and for none once it is gone. */
function eventStream(
  updates: AsyncGenerator<RunUpdate | 'alive'>,
  gone: AbortController,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`)),
    pull: async (controller) => {
      try {
        const { done, value } = await updates.next();
        if (done) return controller.close();
        controller.enqueue(encoder.encode(eventText(value)));
      } catch (error) {
        log.error({ err: error }, 'A validation could not be followed any further');
        controller.error(error);
      }
    },
    cancel: () => gone.abort(),
  });
}

function eventText(update: RunUpdate | 'alive'): string {
  if (update === 'alive') return 'event: alive\ndata:\n\n';
  const { position, ...news } = update;
  const { state } = update.run;
  const end = state === 'finished' || state === 'cancelled' ? 'event: end\ndata:\n\n' : '';
  return `event: run\nid: ${position}\ndata: ${JSON.stringify(news)}\n\n${end}`;
}
