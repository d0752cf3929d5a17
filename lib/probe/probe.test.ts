import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type FakeDns, startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import {
  type FakeSmartHost,
  type SmartHostKind,
  startSmartHost,
} from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import type { SmartHost } from '../mailflow/smart-host';
import { createResolver } from './dns-resolver';

const running: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(running.splice(0).map((each) => each.close())));

async function smartHost(
  kind: SmartHostKind,
  options: { address?: '127.0.0.1' | '127.0.0.2' | '::1'; port?: number } = {},
): Promise<FakeSmartHost> {
  const host = await startSmartHost(kind, { host: 'mx.contoso.test', ca: await testCa(), ...options });
  running.push(host);
  return host;
}

async function resolverFor(zone: Zone) {
  const dns: FakeDns = await startFakeDns(zone);
  running.push(dns);
  return createResolver([dns.server]);
}

const named = (port: number, host = 'mx.contoso.test'): SmartHost => ({ kind: 'name', host, port });

describe('A connector whose smart host is in order', () => {
  test('reports every stage in order, the certificate, and delivers one message per recipient', async () => {
    const host = await smartHost('good');
    const ca = await testCa();
    const resolver = await resolverFor({ 'mx.contoso.test': { A: ['127.0.0.1'] } });
    const recipients = ['anna@contoso.test', 'bruno@contoso.test'];
    const report = await run(planFor(host, { hosts: [named(host.port)], recipients }), {
      resolver,
      ca: [ca.rootPem],
    });
    expect(report.failures).toEqual([]);
    expect(report.observations.map(({ stage, recipient }) => recipient ?? stage)).toEqual([
      ...['resolve', 'connect', 'banner', 'ehlo', 'starttls', 'tls', 'ehloAfterTls'],
      ...['mailFrom', 'anna@contoso.test', 'anna@contoso.test'],
      ...['mailFrom', 'bruno@contoso.test', 'bruno@contoso.test', 'quit'],
    ]);
    expect(report.at('resolve')).toMatchObject({
      host: `mx.contoso.test:${host.port}`,
      addresses: ['127.0.0.1'],
    });
    expect(report.at('tls')?.tls).toMatchObject({
      version: 'TLSv1.3',
      chain: 'ok',
      certificates: [
        {
          subject: 'CN=mx.contoso.test',
          subjectAlternativeNames: ['mx.contoso.test'],
          keyType: 'ec',
          keyBits: 256,
        },
        { subject: 'CN=Mailspan Test Intermediate', selfSigned: false },
      ],
    });
    expect(host.received.map(({ from, to, secure }) => ({ from, to, secure }))).toEqual(
      recipients.map((recipient) => ({ from: '', to: [recipient], secure: true })),
    );
    const sent = report.at('data');
    expect(sent).toMatchObject({
      message: { bytes: host.received[0]?.text.length, contentType: 'text/plain; charset=utf-8' },
      queueId: '4DEM01',
      earlierReplies: [{ code: 354 }],
    });
    const times = [sent?.startedAtMs, sent?.earlierReplies?.[0]?.atMs, sent?.reply?.atMs];
    expect(times).toEqual(times.toSorted((a = 0, b = 0) => a - b));
  });

  test('a message that a worker before this one had sent is told of and not sent again', async () => {
    const host = await smartHost('good');
    const recipients = ['anna@contoso.test', 'bruno@contoso.test'];
    const reply = { code: 250, lines: ['2.0.0 Ok: queued'] };
    const sentEarlier = [{ host: `127.0.0.1:${host.port}`, recipient: 'anna@contoso.test', reply }];
    const report = await run(planFor(host, { recipients, sentEarlier }));
    expect(report.failures).toEqual([]);
    expect(host.received.map(({ to }) => to)).toEqual([['bruno@contoso.test']]);
    expect(report.at('data')).toMatchObject({ recipient: 'anna@contoso.test', sentEarlier: true, reply });
  });

  test('the times of a run only ever grow', async () => {
    const { events, observations } = await run(planFor(await smartHost('good')));
    const starts = events.flatMap((event) => (event.kind === 'stageStarted' ? [event.startedAtMs] : []));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(observations.every(({ durationMs }) => durationMs >= 0)).toBe(true);
    const banner = observations.find(({ stage }) => stage === 'banner');
    expect(banner?.durationMs).toBeGreaterThan(50); // smtp-server waits 100 ms before it greets
  });

  test('the test message says what it is, and its body stays out of the transcript', async () => {
    const host = await smartHost('good');
    const { transcript } = await run(planFor(host));
    const [message] = host.received;
    expect(message?.text).toMatch(/^Subject: Test email for connector validation\r$/m);
    expect(message?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(message?.text).toMatch(/^From: mailspan-validation@console\.mailspan\.test\r$/m);
    expect(message?.text).toMatch(/^Message-ID: <run-1\.1\.1@console\.mailspan\.test>\r$/m);
    const said = transcript.map(({ text }) => text).join('\n');
    expect(said).toMatch(/\[test message, \d+ bytes\]/);
    expect(said).not.toContain('Nothing needs to');
  });

  test('TLS from the first byte on port 465', async () => {
    const host = await smartHost('implicitTls');
    const report = await run(planFor(host, { hosts: [{ kind: 'ipv4', host: host.address, port: 465 }] }), {
      connect: (target) => connect({ ...target, port: host.port }),
    });
    expect(report.failures).toEqual([]);
    expect(report.observations.map(({ stage }) => stage).slice(0, 5)).toEqual([
      ...['resolve', 'connect', 'tls', 'banner', 'ehlo'],
    ]);
    expect(host.received).toHaveLength(1);
  });

  test('over IPv6', async () => {
    const host = await smartHost('good', { address: '::1' });
    const report = await run(planFor(host));
    expect(report.failures).toEqual([]);
    expect(report.at('connect')).toMatchObject({ host: `[::1]:${host.port}`, address: '::1' });
  });
});

describe('Certificates, judged by nobody yet', () => {
  test.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['notYetValid', 'CERT_NOT_YET_VALID'],
    ['otherName', 'ok'],
    ['wildcard', 'ok'],
    ['cnOnly', 'ok'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['weakKey', 'ok'],
    ['missingIntermediate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('%s', async (kind, chain) => {
    const host = await smartHost(kind);
    const resolver = await resolverFor({ 'mx.contoso.test': { A: ['127.0.0.1'] } });
    const ca = [(await testCa()).rootPem];
    const report = await run(planFor(host, { hosts: [named(host.port)] }), { resolver, ca });
    expect(report.failures).toEqual([]);
    expect(report.at('tls')?.tls).toMatchObject({ chain });
    const certificates = report.at('tls')?.tls?.certificates ?? [];
    expect(certificates).toHaveLength(['selfSigned', 'missingIntermediate'].includes(kind) ? 1 : 2);
    expect(certificates[0]).toMatchObject({
      commonName:
        { otherName: 'other.example.test', wildcard: '*.contoso.test' }[kind as string] ?? 'mx.contoso.test',
      keyType: kind === 'weakKey' ? 'rsa' : 'ec',
      keyBits: kind === 'weakKey' ? 1024 : 256,
      selfSigned: kind === 'selfSigned',
      subjectAlternativeNames: kind === 'cnOnly' ? [] : [certificates[0]?.commonName],
    });
  });
});

describe('Each recipient gets its own answer', () => {
  test('a refused one does not stop the next', async () => {
    const host = await smartHost('refusesRecipient');
    const recipients = ['anna@contoso.test', 'bruno@contoso.test'];
    const report = await run(planFor(host, { recipients }));
    const refusals = report.observations.filter(({ stage }) => stage === 'rcptTo');
    expect(refusals.map(({ recipient, failure }) => [recipient, failure?.kind])).toEqual(
      recipients.map((recipient) => [recipient, 'reply']),
    );
    expect(refusals[0]?.reply).toMatchObject({ code: 550, enhanced: '5.1.1' });
    expect(report.at('quit')?.reply?.code).toBe(221);
  });

  test('where nothing is to be sent, each is asked for and RCPT is the last question', async () => {
    const host = await smartHost('good');
    const recipients = ['a@contoso.test', 'b@contoso.test'];
    const report = await run(planFor(host, { recipients, send: false }));
    expect(report.failures).toEqual([]);
    const said = report.transcript.flatMap(({ from, text }) => (from === 'client' ? [text.slice(0, 4)] : []));
    expect(said.slice(-6)).toEqual(['MAIL', 'RCPT', 'RSET', 'MAIL', 'RCPT', 'QUIT']);
    expect(host.received).toEqual([]);
  });

  test('a 421 ends the visit: the next one is not asked about', async () => {
    const host = await smartHost('busy421AtRcpt');
    const report = await run(planFor(host, { recipients: ['a@contoso.test', 'b@contoso.test'] }));
    expect(report.observations.filter(({ stage }) => stage === 'rcptTo')).toHaveLength(1);
    expect(report.at('rcptTo')?.failure).toMatchObject({ kind: 'reply', reply: { code: 421 } });
  });
});

describe('What the policy allows', () => {
  test.each(['noStarttls', 'tempfail454', 'starttlsGarbage'] as const)(
    'required TLS sends no envelope to %s',
    async (kind) => {
      const host = await smartHost(kind);
      const report = await run(planFor(host, { mayProceed: (tls) => tls !== undefined }));
      expect(report.at('mailFrom')).toBeUndefined();
      expect(report.observations.filter(({ stage }) => stage === 'connect')).toHaveLength(1);
      expect(host.received).toEqual([]);
    },
  );

  test.each(['starttlsGarbage', 'starttlsHangs', 'starttlsCloses'] as const)(
    'opportunistic TLS comes back once in clear text after %s',
    async (kind) => {
      const host = await smartHost(kind);
      const report = await run(planFor(host));
      expect(report.observations.filter(({ stage }) => stage === 'connect')).toHaveLength(2);
      expect(host.received).toMatchObject([{ secure: false }]);
    },
  );

  test('clear text slipped in after the 220 is never followed by an envelope', async () => {
    for (const kind of ['injectsPlaintext', 'injectsPlaintextLater'] as const) {
      const host = await smartHost(kind);
      const report = await run(planFor(host));
      expect(report.at('mailFrom')).toBeUndefined();
      expect(report.observations.filter(({ stage }) => stage === 'connect')).toHaveLength(1);
    }
  });
});

describe('Names and addresses', () => {
  test('one address good and one closed: both are told, and the message goes once', async () => {
    const host = await smartHost('good');
    const resolver = await resolverFor({ 'mx.contoso.test': { A: ['127.0.0.2', '127.0.0.1'] } });
    const report = await run(planFor(host, { hosts: [named(host.port)] }), { resolver });
    const connects = report.observations.filter(({ stage }) => stage === 'connect');
    expect(new Map(connects.map(({ address, failure }) => [address, failure?.kind]))).toEqual(
      new Map([
        ['127.0.0.2', 'refused'],
        ['127.0.0.1', undefined],
      ]),
    );
    expect(host.received).toHaveLength(1);
  });

  test('a name with nothing but an IPv6 address', async () => {
    const host = await smartHost('good', { address: '::1' });
    const resolver = await resolverFor({ 'mx.contoso.test': { AAAA: ['::1'] } });
    const report = await run(planFor(host, { hosts: [named(host.port)] }), { resolver });
    expect(report.failures).toEqual([]);
    expect(report.at('connect')?.address).toBe('::1');
  });

  test('two addresses of one name with different certificates: each shows its own', async () => {
    const valid = await smartHost('good');
    await smartHost('expired', { address: '127.0.0.2', port: valid.port });
    const resolver = await resolverFor({ 'mx.contoso.test': { A: ['127.0.0.1', '127.0.0.2'] } });
    const ca = [(await testCa()).rootPem];
    const report = await run(planFor(valid, { hosts: [named(valid.port)] }), { resolver, ca });
    const handshakes = report.observations.filter(({ stage }) => stage === 'tls');
    expect(new Map(handshakes.map(({ address, tls }) => [address, tls?.chain]))).toEqual(
      new Map([
        ['127.0.0.1', 'ok'],
        ['127.0.0.2', 'CERT_HAS_EXPIRED'],
      ]),
    );
  });

  test('two good addresses of one host get the envelope each and the message once', async () => {
    const first = await smartHost('good');
    const second = await smartHost('good', { address: '127.0.0.2', port: first.port });
    const resolver = await resolverFor({ 'mx.contoso.test': { A: ['127.0.0.1', '127.0.0.2'] } });
    const report = await run(planFor(first, { hosts: [named(first.port)] }), { resolver });
    expect(report.failures).toEqual([]);
    expect(report.observations.filter(({ stage }) => stage === 'rcptTo')).toHaveLength(2);
    expect([...first.received, ...second.received]).toHaveLength(1);
  });

  test.each([
    ['a name that does not exist', {}, 'resolve: dnsNotFound'],
    ['a name without addresses', { 'mx.contoso.test': {} }, 'resolve: dnsNotFound'],
    ['a name server in trouble', { 'mx.contoso.test': { trouble: 'servfail' } }, 'resolve: dnsError'],
    ['a name server that keeps silent', { 'mx.contoso.test': { trouble: 'silent' } }, 'resolve: dnsTimeout'],
    [
      'only addresses that are never connected to',
      { 'mx.contoso.test': { A: ['169.254.169.254'] } },
      'resolve: addressDenied',
    ],
  ] as const)('%s', async (_what, zone, failure) => {
    const resolver = await resolverFor(zone);
    const report = await run(planFor({ address: '127.0.0.1', port: 25 }, { hosts: [named(25)] }), {
      resolver,
    });
    expect(report.failures).toEqual([failure]);
  });

  test('a denied address beside a good one is told and not connected to', async () => {
    const host = await smartHost('good');
    const resolver = await resolverFor({
      'mx.contoso.test': { A: ['127.0.0.1'], AAAA: ['::ffff:169.254.169.254'] },
    });
    const report = await run(planFor(host, { hosts: [named(host.port)] }), { resolver });
    expect(report.failures).toEqual(['connect: addressDenied']);
    expect(host.received).toHaveLength(1);
  });

  test('loopback is refused unless the settings allow it', async () => {
    const report = await run(planFor({ address: '127.0.0.1', port: 25 }, { allowLoopback: false }));
    expect(report.at('resolve')?.failure).toEqual({ kind: 'addressDenied', reason: 'loopback' });
    expect(report.at('connect')).toBeUndefined();
  });

  test('a port that is not in the settings is never tried', async () => {
    const report = await run(planFor({ address: '127.0.0.1', port: 22 }, { ports: [25] }));
    expect(report.failures).toEqual(['connect: portDenied']);
  });
});
