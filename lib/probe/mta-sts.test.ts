import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { type CertificateKind, testCa } from '../../e2e/support/smart-hosts/test-ca';
import { got } from './answer';
import { createResolver, type Resolver } from './dns-resolver';
import type { Admission, MayConnect } from './gate';

const DOMAIN = 'fabrikam.test';
const WEB = `mta-sts.${DOMAIN}`;
const ADDRESS = '127.25.9.9';
const RECORD = 'v=STSv1; id=20261101T000000;';
const POLICY = 'version: STSv1\r\nmode: enforce\r\nmx: *.fabrikam.test\r\nmax_age: 604800\r\n';
const ZONE: Zone = { [`_mta-sts.${DOMAIN}`]: { TXT: [RECORD], ttl: 120 }, [WEB]: { A: [ADDRESS] } };

const textFile =
  (text: string, type = 'text/plain'): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type }).end(text);

/** Each would lead somewhere else. */
const REDIRECTS: readonly (readonly [number, Readonly<Record<string, string>>])[] = [
  [300, { location: '/policy.txt' }],
  [301, { location: 'https://127.0.0.1/' }],
  [302, { location: 'http://169.254.169.254/latest/meta-data/' }],
  [303, { location: '//[::1]:5432/' }],
  [305, { location: 'http://10.0.0.1:3128/' }],
  [307, { location: `https://${WEB}:8443/.well-known/mta-sts.txt` }],
  [308, { location: 'file:///etc/passwd' }],
  [201, { refresh: '0; url=http://127.0.0.1/', 'alt-svc': 'h2="127.0.0.1:25"' }],
];

type World = Readonly<{
  zone?: Zone;
  serve?: RequestListener;
  certificate?: CertificateKind;
  disturb?: (resolver: Resolver) => Resolver;
  allowLoopback?: boolean;
  mayConnect?: MayConnect;
}>;

/** Looks up the policy of DOMAIN, whose web server stands at ADDRESS. */
async function lookUp({
  zone = ZONE,
  serve = textFile(POLICY),
  certificate = 'valid',
  disturb = (resolver) => resolver,
  allowLoopback = true,
  mayConnect,
}: World) {
  const ca = await testCa();
  const asked: string[] = [];
  const web = createServer(await ca.issue(certificate, [WEB]), (request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    serve(request, response);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const dns = await startFakeDns(zone);
  onTestFinished(async () => {
    web.closeAllConnections();
    await Promise.all([dns.close(), new Promise((resolve) => web.close(resolve))]);
  });
  const { port } = web.address() as AddressInfo;
  const reached: string[] = [];
  const plan = planFor(
    { address: '127.0.0.1', port: 25 },
    { hosts: [], recipients: [`ada@${DOMAIN}`], allowLoopback },
  );
  const report = await run(plan, {
    resolver: disturb(createResolver([dns.server])),
    ca: [ca.rootPem],
    ...(mayConnect && { mayConnect }),
    connect: (target) => {
      reached.push(`${target.host}:${target.port}`);
      return connect({ ...target, host: '127.0.0.1', port: target.host === ADDRESS ? port : 9 });
    },
  });
  return { at: report.at('mtaSts'), asked, reached, tookMs: report.tookMs };
}

describe('A domain with MTA-STS', () => {
  test('has its policy read, from the one place where it belongs', async () => {
    const { at, asked, reached } = await lookUp({});
    expect(at).toMatchObject({
      host: DOMAIN,
      ttlSeconds: { TXT: 120 },
      mtaSts: {
        record: RECORD,
        policy: { mode: 'enforce', mx: ['*.fabrikam.test'], maxAgeSeconds: 604_800 },
      },
    });
    expect(at?.failure).toBeUndefined();
    expect(asked).toEqual([`${WEB} /.well-known/mta-sts.txt`]);
    expect(reached).toEqual([`${ADDRESS}:443`]);
  });

  test('and one without has nothing fetched', async () => {
    const { at, reached } = await lookUp({ zone: { [`_mta-sts.${DOMAIN}`]: { TXT: ['something else'] } } });
    expect(at?.mtaSts).toEqual({});
    expect(at?.failure).toBeUndefined();
    expect(reached).toEqual([]);
  });

  test.each<[string, World, object]>([
    [
      'two records',
      { zone: { ...ZONE, [`_mta-sts.${DOMAIN}`]: { TXT: [RECORD, RECORD] } } },
      { problem: 'record' },
    ],
    [
      'a record without id',
      { zone: { ...ZONE, [`_mta-sts.${DOMAIN}`]: { TXT: ['v=STSv1;'] } } },
      { problem: 'record' },
    ],
    [
      'no file',
      { serve: (_request, response) => response.writeHead(404).end('no') },
      { problem: 'status', detail: '404' },
    ],
    ...REDIRECTS.map(([status, headers]): [string, World, object] => [
      `a redirect, which is not followed: ${status} ${JSON.stringify(headers)}`,
      { serve: (_request, response) => response.writeHead(status, headers).end(POLICY) },
      { problem: 'status', detail: String(status) },
    ]),
    ['a web page', { serve: textFile(POLICY, 'text/html; charset=utf-8') }, { problem: 'contentType' }],
    ['a file of 100 KB', { serve: textFile(POLICY + 'x: y\n'.repeat(20_000)) }, { problem: 'tooLong' }],
    ['another text', { serve: textFile('\u0007hello') }, { problem: 'syntax', detail: '\\x07hello' }],
    [
      'headers without end',
      { serve: (_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end() },
      { problem: 'status', detail: 'HPE_HEADER_OVERFLOW' },
    ],
    [
      'an expired certificate',
      { certificate: 'expired' },
      { kind: 'tlsHandshake', code: 'CERT_HAS_EXPIRED' },
    ],
    [
      'a certificate of another name',
      { certificate: 'otherName' },
      { kind: 'tlsHandshake', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ],
    [
      'a self-signed certificate',
      { certificate: 'selfSigned' },
      { kind: 'tlsHandshake', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    ],
    ['no web server', { zone: { ...ZONE, [WEB]: { A: ['127.25.9.8'] } } }, { kind: 'refused' }],
    ['no address', { zone: { ...ZONE, [WEB]: {} } }, { kind: 'dnsNotFound' }],
    [
      'a connection that is cut off',
      { serve: (request) => request.socket.destroy() },
      { kind: expect.stringMatching(/reset|closed/) },
    ],
  ])('but %s has no policy', async (_what, world, failure) => {
    const { at, reached } = await lookUp(world);
    expect(at?.mtaSts?.record).toBeDefined();
    expect(at?.mtaSts?.policy).toBeUndefined();
    expect(at?.failure).toMatchObject(failure);
    expect(reached.length).toBeLessThanOrEqual(1);
  });

  test.each<[string, RequestListener]>([
    ['never answers', () => {}],
    [
      'sends a byte now and then',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' });
        const drip = setInterval(() => response.write('v'), 50);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('whose web server %s is given up after 3 s', { timeout: 15_000 }, async (_what, serve) => {
    const { at, tookMs } = await lookUp({ serve });
    expect(at?.failure).toMatchObject({ kind: 'timeout', limitMs: 3_000 });
    expect(tookMs).toBeLessThan(5_500);
  });
});

describe('Leave to fetch a policy', () => {
  const RETRY_AT = new Date(Date.UTC(2026, 10, 25, 9, 30));
  const refusal = (why: 'used' | 'busy', retryAfterMs: number): Admission => ({
    ok: false,
    why,
    retryAt: RETRY_AT,
    retryAfterMs,
  });
  /** Refuses `times` times, then lets pass; tells what was asked for and what is open. */
  const gatekeeper = (times: number, refused: Admission) => {
    const told = { asked: [] as string[], open: 0 };
    const mayConnect: MayConnect = async (address, service) => {
      told.asked.push(`${service} ${address}`);
      if (told.asked.length <= times) return refused;
      told.open += 1;
      const release = async () => {
        told.open -= 1;
      };
      return { ok: true, release };
    };
    return { told, mayConnect };
  };

  test('is asked for once, for the policy’s server, and given back', async () => {
    const { told, mayConnect } = gatekeeper(0, refusal('busy', 0));
    const { at } = await lookUp({ mayConnect });
    expect(at?.mtaSts?.policy?.mode).toBe('enforce');
    expect(told).toEqual({ asked: [`policy ${ADDRESS}`], open: 0 });
  });

  test('is waited for a little where somebody else is connected', async () => {
    const { told, mayConnect } = gatekeeper(2, refusal('busy', 30_000));
    const { at } = await lookUp({ mayConnect });
    expect(at?.mtaSts?.policy?.mode).toBe('enforce');
    expect(told.asked).toHaveLength(3);
  });

  test('that comes too late is not waited for: a fact, and no socket', async () => {
    const { told, mayConnect } = gatekeeper(100, refusal('used', 3_100));
    const { at, reached, tookMs } = await lookUp({ mayConnect });
    expect(at?.failure).toEqual({ kind: 'budget', why: 'used', retryAt: RETRY_AT.toISOString() });
    expect(at?.mtaSts).toEqual({ record: RECORD });
    expect([reached, told.asked.length]).toEqual([[], 1]);
    expect(tookMs).toBeLessThan(2_500);
  });

  test('that never comes is given up within the 3 s that a policy has', async () => {
    const { mayConnect } = gatekeeper(100, refusal('busy', 30_000));
    const { at, reached, tookMs } = await lookUp({ mayConnect });
    expect(at?.failure).toMatchObject({ kind: 'budget', why: 'busy' });
    expect(reached).toEqual([]);
    expect(tookMs).toBeLessThan(5_500);
  });
});

describe('A policy is no way into our own network', () => {
  test.each([
    ['metadata', '169.254.169.254', true],
    ['loopback', ADDRESS, false],
  ] as const)('%s addresses are not connected to', async (reason, address, allowLoopback) => {
    const { at, reached } = await lookUp({ zone: { ...ZONE, [WEB]: { A: [address] } }, allowLoopback });
    expect(at?.failure).toEqual({ kind: 'addressDenied', reason });
    expect(reached).toEqual([]);
  });

  test('of several addresses only those that the guard lets pass', async () => {
    const { reached } = await lookUp({ zone: { ...ZONE, [WEB]: { A: ['169.254.169.254', ADDRESS] } } });
    expect(reached).toEqual([`${ADDRESS}:443`]);
  });

  test('nor where the name’s second answer is another one: it is asked for once', async () => {
    let asked = 0;
    const disturb = (resolver: Resolver): Resolver => ({
      ...resolver,
      ask: async (name, type) => {
        const answer = await resolver.ask(name, type);
        if (name !== WEB || type !== 'A' || !answer.ok) return answer;
        asked += 1;
        const records = asked === 1 ? answer.value.records : ['169.254.169.254'];
        return got({ ...answer.value, records: records as typeof answer.value.records });
      },
    });
    const { at, reached } = await lookUp({ disturb });
    expect(at?.mtaSts?.policy?.mode).toBe('enforce');
    expect(asked).toBe(1);
    expect(reached).toEqual([`${ADDRESS}:443`]);
  });
});
