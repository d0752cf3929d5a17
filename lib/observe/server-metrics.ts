// The web server's counters for Prometheus. Labels have few values by construction: route patterns, operations, outcomes;
// never an id.
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { EndedRequest } from './http-requests';

export type ServerMetrics = ReturnType<typeof createServerMetrics>;

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Other methods than ours are strangers' inventions. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A set of its own, for tests. */
export function createServerMetrics() {
  const registry = new Registry();
  const requests = new Histogram({
    name: 'mailspan_http_request_duration_seconds',
    help: 'Web requests to their last byte, by route pattern.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const operations = new Histogram({
    name: 'mailspan_operation_duration_seconds',
    help: 'What people asked for by an action, and how it ended: done, the problem, or failed.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    registry,
    request: ({ method, route, status, ms, scope }: EndedRequest): void => {
      const known = METHODS.includes(method) ? method : 'other';
      requests.observe({ method: known, route, status: String(status) }, ms / 1000);
      const { operation, outcome, operationMs } = scope;
      if (operation && outcome && operationMs !== undefined)
        operations.observe({ operation, outcome }, operationMs / 1000);
    },
  };
}

const kept = globalThis as typeof globalThis & { mailspanMetrics?: ServerMetrics };

/** The one set of this process, though the server's code comes in several bundles; with Node.js's own figures. */
export function serverMetrics(): ServerMetrics {
  if (!kept.mailspanMetrics) {
    kept.mailspanMetrics = createServerMetrics();
    collectDefaultMetrics({ register: kept.mailspanMetrics.registry });
  }
  return kept.mailspanMetrics;
}
