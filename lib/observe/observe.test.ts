import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../log';
import { hasToken } from './bearer';
import { figuresText } from './figures';
import { type EndedRequest, watchRequests } from './http-requests';
import { observed } from './operation';
import { requestId } from './request-id';
import { routePatterns } from './route-patterns';
import { currentScope, inScope } from './scope';
import { createServerMetrics } from './server-metrics';
import { tracingWanted } from './tracing';
import { createWorkerMetrics } from './worker-metrics';

describe('A request’s id', () => {
  test('is the proxy’s where its shape is harmless', () => {
    expect(requestId('01JDN3-abc_7.x', () => 'made')).toBe('01JDN3-abc_7.x');
  });
  test.each([
    undefined,
    '',
    'short',
    'a'.repeat(65),
    'two words here',
    'x"} {"level":"fatal',
    '-rf-everything',
    'ünïcödé-id',
    ['one-of-two-ids', 'another-id'],
  ])('is our own instead of %j', (given) => {
    expect(requestId(given, () => 'made')).toBe('made');
  });
});

test('a path is known by its route, whatever strangers try by a few words', () => {
  const route = routePatterns({
    staticRoutes: [{ page: '/connectors', regex: '^/connectors(?:/)?$' }],
    dynamicRoutes: [{ page: '/invite/[token]', regex: '^/invite/([^/]+?)(?:/)?$' }],
  });
  expect(
    ['/connectors', '/invite/s3cret', '/_next/static/a.js', '/wp-login.php', '/connectors/../x'].map(route),
  ).toEqual(['/connectors', '/invite/[token]', 'static', 'other', 'other']);
});

test('only the bearer of the token may read the metrics, and nobody where there is none', () => {
  const token = 'correct-horse-battery';
  expect(hasToken(`Bearer ${token}`, token)).toBe(true);
  for (const wrong of [null, '', 'Bearer', 'Bearer ', `Basic ${token}`, `Bearer ${token}x`, token])
    expect(hasToken(wrong, token), String(wrong)).toBe(false);
  expect(hasToken('Bearer undefined', undefined)).toBe(false);
  expect(hasToken('Bearer ', undefined)).toBe(false);
});

test('every log line of a request and of a validation carries its id', async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  await inScope({ requestId: 'abc' }, async () => {
    await Promise.resolve();
    log.info('in a request');
  });
  inScope({ runId: 'r1' }, () => log.info({ runId: 'r1' }, 'in a validation'));
  log.info('in neither');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { requestId: 'abc', msg: 'in a request' },
    { runId: 'r1', msg: 'in a validation' },
    { msg: 'in neither' },
  ]);
  expect(lines[2]).not.toMatch(/requestId|runId|traceId/);
});

test('an operation leaves its name, its outcome and its time on its request', async () => {
  type Answer = { ok: true } | { ok: false; problem: { kind: string } };
  const answers: (() => Promise<Answer>)[] = [
    async () => ({ ok: true }),
    async () => ({ ok: false, problem: { kind: 'notFound' } }),
    () => Promise.reject(new Error('lost')),
  ];
  const outcomes = await Promise.all(
    answers.map((work) =>
      inScope({ requestId: 'abc' }, async () => {
        await observed('saveDraft', work).catch(() => undefined);
        return currentScope();
      }),
    ),
  );
  expect(outcomes).toMatchObject(
    ['done', 'notFound', 'failed'].map((outcome) => ({
      operation: 'saveDraft',
      outcome,
      operationMs: expect.any(Number),
    })),
  );
});

describe('A web server', () => {
  test('names each request, tells how it ended, and when it is to stop ends with the last one', async () => {
    const ended: EndedRequest[] = [];
    const stop = new AbortController();
    watchRequests({
      route: (path) => path,
      makeId: () => 'made-by-us',
      onEnd: (request) => ended.push(request),
      stopping: stop.signal,
    });
    const answers: (() => void)[] = [];
    const server = createServer((asked, response) => {
      const scope = currentScope();
      if (scope) scope.userId = 'ada';
      if (asked.url === '/slow') answers.push(() => response.end('at last'));
      else response.end(String(asked.headers['x-request-id']));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const closed = once(server, 'close');
    onTestFinished(() => server.closeAllConnections());
    // As a browser does: a connection on which nothing is ever asked.
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');

    const quick = await fetch(`http://127.0.0.1:${port}/quick?secret=1`, {
      headers: { 'x-request-id': 'from-a-proxy' },
    });
    expect([quick.headers.get('x-request-id'), await quick.text()]).toEqual(['from-a-proxy', 'from-a-proxy']);
    const slow = fetch(`http://127.0.0.1:${port}/slow`);
    const impatient = request(`http://127.0.0.1:${port}/slow`).on('error', () => undefined);
    impatient.end();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    impatient.destroy();

    server.close();
    stop.abort();
    await vi.waitFor(() => expect(ended).toHaveLength(2));
    answers[0]?.();
    answers[1]?.();
    expect(await (await slow).text()).toBe('at last');
    await closed;
    expect(ended.map(({ route, status, scope }) => [route, status, scope.requestId, scope.userId])).toEqual([
      ['/quick', 200, 'from-a-proxy', 'ada'],
      ['/slow', 499, 'made-by-us', 'ada'],
      ['/slow', 200, 'made-by-us', 'ada'],
    ]);
  });
});

test('Prometheus reads requests, operations and validations, with few labels', async () => {
  const metrics = createServerMetrics();
  const worker = createWorkerMetrics();
  const scope = { requestId: 'abc', userId: 'ada', operation: 'saveDraft', outcome: 'done', operationMs: 20 };
  metrics.request({ method: 'POST', route: '/connectors', status: 200, ms: 30, scope });
  metrics.request({ method: 'BREW', route: 'other', status: 404, ms: 1, scope: {} });
  worker.runBegan();
  worker.runEnded('passed', 700);
  const text = await metrics.registry.metrics();
  expect(text).toContain('request_duration_seconds_count{method="POST",route="/connectors",status="200"} 1');
  expect(text).toContain('request_duration_seconds_count{method="other",route="other",status="404"} 1');
  expect(text).toContain('mailspan_operation_duration_seconds_count{operation="saveDraft",outcome="done"} 1');
  expect(await worker.registry.metrics()).toContain(
    'mailspan_validation_duration_seconds_bucket{le="1",outcome="passed"} 1',
  );
  expect(text).not.toMatch(/abc|ada/);
});

test('a database that does not answer is down, and nothing else is told of it', async () => {
  expect(await figuresText(undefined)).toMatch(/mailspan_database_up 0\n$/);
});

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_EXPORTER: 'none' }, false],
])('spans are sent with %j: %s', (env, wanted) => {
  expect(tracingWanted(env)).toBe(wanted);
});
