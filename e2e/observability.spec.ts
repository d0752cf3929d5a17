// What machines are told of a console at work: health, metrics, log lines, spans; and how it ends when it is told to.
import { expect, test } from '@playwright/test';
import { insertRun } from '../lib/data/validation-runs';
import { fingerprint } from '../lib/mailflow/fingerprint';
import type { ValidationPlan } from '../lib/mailflow/validation-plan';
import { ADMIN, startConsole, type TestConsole } from './support/console';
import { freePort } from './support/free-port';
import { type OtlpReceiver, startOtlpReceiver } from './support/otlp-receiver';
import { sessionCookies } from './support/people';
import type { SmartHostKind } from './support/smart-hosts/smart-host';

const TOKEN = 'a-token-for-the-tests-of-metrics';
const BEARER = { authorization: `Bearer ${TOKEN}` };
const GRACE_MS = 15_000;

let console: TestConsole;
let receiver: OtlpReceiver;
let worker: string;
/** The last test is about the end. */
let stopped = false;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  receiver = await startOtlpReceiver();
  const port = await freePort('localhost');
  worker = `http://localhost:${port}`;
  console = await startConsole({
    LOG_LEVEL: 'info',
    METRICS_TOKEN: TOKEN,
    WORKER_PORT: String(port),
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    OTEL_BSP_SCHEDULE_DELAY: '200',
    SHUTDOWN_GRACE_MS: String(GRACE_MS),
  });
  await console.addPerson(ADMIN);
});

test.afterAll(async () => {
  if (!stopped) await console?.stop();
  receiver?.close();
});

/** Puts a validation of `kind` into the queue, as an operation does; answers its id. */
function request(kind: SmartHostKind): Promise<string> {
  const { host, port } = console.host(kind);
  const plan: ValidationPlan = {
    hosts: [{ kind: 'name', host, port }],
    tls: { level: 'opportunistic' },
    recipients: [],
  };
  const by = { requestedById: 'ada', requestedByName: 'Ada', requestedAt: new Date() };
  return insertRun(console.store, { fingerprint: fingerprint(plan), plan, ...by });
}

const lines = (): Record<string, unknown>[] =>
  console
    .printed()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));

test('anybody may ask for health, and learns one word', async () => {
  for (const [path, status] of [
    ['live', 'live'],
    ['ready', 'ready'],
  ]) {
    const answer = await fetch(`${console.url}/api/health/${path}`, {
      headers: { 'x-request-id': 'from-the-proxy-1' },
    });
    expect([answer.status, await answer.json()]).toEqual([200, { status }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toBe('from-the-proxy-1');
    expect(answer.headers.get('keep-alive')).toBe('timeout=130');
  }
});

test('metrics are there for the token alone, at the server and at the worker', async () => {
  for (const url of [console.url, worker]) {
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const wrong = { authorization: `Bearer ${TOKEN}x` };
    expect((await fetch(`${url}/metrics`, { headers: wrong })).status).toBe(404);
  }
  const text = await (await fetch(`${console.url}/metrics`, { headers: BEARER })).text();
  expect(text).toContain('mailspan_database_up 1');
  expect(text).toMatch(/mailspan_http_request_duration_seconds_count\{.*route="\/api\/health\/ready".*\} 1/);
  expect(text).toContain('process_resident_memory_bytes');
});

test('an action leaves one line with its name and outcome, a count and a span; never a name or a password', async ({
  page,
}) => {
  await page.goto(`${console.url}/sign-in`);
  await page.getByLabel('Email address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sign in');
  const line = () => lines().find(({ operation }) => operation === 'signIn');
  await expect.poll(line).toMatchObject({
    level: 'info',
    msg: 'request',
    method: 'POST',
    route: '/sign-in',
    // The browser goes to the list as soon as it knows, and may not wait for the answer's last byte: 200 or 499.
    status: expect.any(Number),
    outcome: 'done',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(lines().some(({ route, userId }) => route === '/connectors' && typeof userId === 'string')).toBe(
    true,
  );
  expect(console.printed()).not.toMatch(/ada@contoso|correct horse/);
  const metrics = await (await fetch(`${console.url}/metrics`, { headers: BEARER })).text();
  expect(metrics).toContain('mailspan_operation_duration_seconds_count{operation="signIn",outcome="done"} 1');
  await expect.poll(receiver.text, { timeout: 10_000 }).toContain('operation signIn');
  expect(receiver.text()).toContain('mailspan-console');
});

test('a validation is one line, one count and one span of the worker', async () => {
  const runId = await request('good');
  await expect
    .poll(() => lines().find((line) => line.runId === runId), { timeout: 15_000 })
    .toMatchObject({ msg: 'validation', outcome: 'passed', attempt: 1 });
  const text = await (await fetch(`${worker}/metrics`, { headers: BEARER })).text();
  expect(text).toContain('mailspan_validation_duration_seconds_count{outcome="passed"} 1');
  expect(text).toMatch(/mailspan_worker_last_look_timestamp_seconds \d{10}/);
  expect((await fetch(`${worker}/api/health/live`)).status).toBe(200);
  await expect.poll(receiver.text, { timeout: 10_000 }).toContain('mailspan-worker');
  expect(receiver.text()).toContain(runId);
});

test('told to stop, it ends streams and runs that end soon, and is gone long before its grace is over', async () => {
  const runId = await request('silent');
  const cookies = await sessionCookies(console.store, console.settings, ADMIN);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const stream = await fetch(`${console.url}/api/validation-runs/${runId}/events`, { headers: { cookie } });
  expect(stream.status).toBe(200);
  const whole = stream.text();
  const stoppedAt = performance.now();
  stopped = true;
  await console.stop();
  expect(performance.now() - stoppedAt).toBeLessThan(GRACE_MS / 2);
  expect(await whole).toContain('event: run');
  expect(lines().find((line) => line.runId === runId)).toMatchObject({ outcome: 'inconclusive', attempt: 1 });
});
