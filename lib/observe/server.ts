// All that the web server tells of itself, switched on as it starts: a line and a count for each request, and spans.
import { randomUUID } from 'node:crypto';
import { log } from '../log';
import { settings } from '../settings';
import { type EndedRequest, watchRequests } from './http-requests';
import { readRoutePatterns, STATIC } from './route-patterns';
import { stopping } from './stopping';
import { startTracing, tracingWanted } from './tracing';

/** Asked for again and again by machines: a line for each would hide what people do. */
const QUIET = [STATIC, '/api/health/live', '/api/health/ready', '/metrics'];

/** Call it once, before the first request. */
export async function observeServer(): Promise<void> {
  const stop = stopping();
  if (tracingWanted(process.env)) {
    const flush = await startTracing('mailspan-console');
    stop.addEventListener('abort', () => void flush(), { once: true });
  }
  const count = settings().metricsToken && (await import('./server-metrics')).serverMetrics().request;
  watchRequests({
    route: await readRoutePatterns(),
    makeId: randomUUID,
    stopping: stop,
    onEnd: (request) => {
      logRequest(request);
      if (count) count(request);
    },
  });
}

function logRequest({ method, route, status, ms, scope }: EndedRequest): void {
  const { requestId, userId, operation, outcome } = scope;
  const line = {
    requestId,
    method,
    // Never the path: it may hold a one-time link's secret.
    route,
    status,
    ms: Math.round(ms),
    ...(operation && { operation }),
    ...(outcome && { outcome }),
    ...(userId && { userId }),
  };
  if (QUIET.includes(route)) log.debug(line, 'request');
  else log.info(line, 'request');
}
