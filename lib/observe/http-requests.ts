// Every request of this process's web server, from its first line to its last byte: gives it an id, says how it ended, and
// when the server is told to stop, closes connections once nothing is open. Next.js has no place where all come by.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { requestId } from './request-id';
import type { RoutePattern } from './route-patterns';
import { enterScope, type Scope } from './scope';

const HEADER = 'x-request-id';
const started = z.object({
  request: z.custom<IncomingMessage>((value) => value !== null),
  response: z.custom<ServerResponse>((value) => value !== null),
  server: z.custom<Server>((value) => value !== null),
});

/** `status` is 499 where the other side went away before the end, as nginx writes it. `ms` is to the last byte. */
export type EndedRequest = Readonly<{
  method: string;
  route: string;
  status: number;
  ms: number;
  scope: Scope;
}>;

const GONE = 499;
/** The last answer may still be on its way out of this machine. */
const LINGER_MS = 100;

export type RequestWatch = Readonly<{
  route: RoutePattern;
  makeId: () => string;
  onEnd: (request: EndedRequest) => void;
  /** Its abort says that the server takes no more connections, and shall end once nothing is open. */
  stopping: AbortSignal;
}>;

/** Watches from now on, in this process. Call it once. */
export function watchRequests({ route, makeId, onEnd, stopping }: RequestWatch): void {
  let open = 0;
  const servers = new Set<Server>();
  const closeIfIdle = (): void => {
    if (!stopping.aborted || open > 0) return;
    // Browsers hold connections on which they never asked anything; Node.js would wait for each of them.
    setTimeout(() => {
      if (open === 0) for (const server of servers) server.closeAllConnections();
    }, LINGER_MS);
  };
  stopping.addEventListener('abort', closeIfIdle, { once: true });
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = started.parse(message);
    const beganAt = performance.now();
    const id = requestId(request.headers[HEADER], makeId);
    request.headers[HEADER] = id;
    response.setHeader(HEADER, id);
    const scope: Scope = { requestId: id };
    enterScope(scope);
    servers.add(server);
    open += 1;
    response.once('close', () => {
      open -= 1;
      const [path = '/'] = (request.url ?? '/').split('?');
      onEnd({
        method: request.method ?? 'GET',
        route: route(path),
        status: response.writableFinished ? response.statusCode : GONE,
        ms: performance.now() - beganAt,
        scope,
      });
      closeIfIdle();
    });
  });
}
