import { consoleMetrics } from '@/lib/server-request';

/** GET /metrics: for Prometheus, with METRICS_TOKEN as bearer. Whoever has another, and everybody where none is set, finds nothing. */
export async function GET(request: Request): Promise<Response> {
  const metrics = await consoleMetrics(request.headers.get('authorization'));
  const cache = { 'cache-control': 'no-store' };
  if (metrics === undefined) return new Response('Not found\n', { status: 404, headers: cache });
  return new Response(metrics, {
    headers: { ...cache, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

export const dynamic = 'force-dynamic';
