// The worker's own small door, where WORKER_PORT opens one: whether it lives, and its counters for whoever has the token.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { hasToken } from '../lib/observe/bearer';
import type { WorkerMetrics } from '../lib/observe/worker-metrics';

export type WorkerDoor = Readonly<{
  port: number;
  hostname: string;
  token: string | undefined;
  metrics: WorkerMetrics;
  isAtWork: () => boolean;
}>;

/** Listens; throws where it can't. */
export async function openWorkerDoor({
  port,
  hostname,
  token,
  metrics,
  isAtWork,
}: WorkerDoor): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, type: string, text: string): void =>
      void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    const json = 'application/json';
    if (request.url === '/api/health/live') {
      if (isAtWork()) answer(200, json, '{"status":"live"}');
      else answer(503, json, '{"status":"database"}');
    } else if (request.url === '/metrics' && hasToken(request.headers.authorization, token)) {
      answer(200, metrics.registry.contentType, await metrics.registry.metrics());
    } else answer(404, 'text/plain', 'Not found\n');
  });
  server.listen({ port, host: hostname });
  await once(server, 'listening');
  return server;
}
