import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { startSmartHost } from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { got } from './answer';
import { reverseName } from './asides';
import { createResolver, type Resolver } from './dns-resolver';

const NAME = 'mx.contoso.test';
const PTR = '1.0.0.127.in-addr.arpa';

/** Probes a good host named NAME, in a world of `zone`. */
async function probeIn(zone: (port: number) => Zone, disturb = (resolver: Resolver): Resolver => resolver) {
  const host = await startSmartHost('good', { host: NAME, ca: await testCa() });
  const dns = await startFakeDns({ [NAME]: { A: ['127.0.0.1'], ttl: 300 }, ...zone(host.port) });
  onTestFinished(async () => {
    await Promise.all([host.close(), dns.close()]);
  });
  const reached: string[] = [];
  const report = await run(planFor(host, { hosts: [{ kind: 'name', host: NAME, port: host.port }] }), {
    resolver: disturb(createResolver([dns.server])),
    connect: (target) => {
      reached.push(target.host);
      return connect(target);
    },
  });
  return { ...report, port: host.port, reached };
}

test('Addresses are told with their TTL, and the aliases that lead to them', async () => {
  const report = await probeIn(() => ({
    [NAME]: { CNAME: 'real.contoso.test', ttl: 60 },
    'real.contoso.test': { A: ['127.0.0.1'], ttl: 300 },
  }));
  expect(report.at('resolve')).toMatchObject({ aliases: ['real.contoso.test'], ttlSeconds: { A: 60 } });
  expect(report.at('resolve')?.alias).toBeUndefined();
});

test('A PTR record counts where its name leads back to the address', async () => {
  const report = await probeIn(() => ({
    [PTR]: { PTR: ['mx.contoso.test', 'other.test', 'ghost.test', 'b\r\nad.test'], ttl: 900 },
    'other.test': { A: ['127.0.0.9'] },
  }));
  expect(report.at('ptr')).toMatchObject({
    address: '127.0.0.1',
    ttlSeconds: { PTR: 900 },
    pointers: [
      { name: NAME, confirmed: true },
      { name: 'other.test', confirmed: false },
      { name: 'ghost.test', confirmed: false },
      { name: 'b\\x0d\\x0aad.test', confirmed: false },
    ],
  });
  expect(report.failures).toEqual([]);
});

test('An address without PTR record has none, which is no failure', async () => {
  const report = await probeIn(() => ({}));
  expect(report.at('ptr')).toMatchObject({ pointers: [] });
  expect(report.at('ptr')?.failure).toBeUndefined();
});

test('Reverse names are those of IPv4 and of IPv6', () => {
  expect(reverseName('192.0.2.7')).toBe('7.2.0.192.in-addr.arpa');
  expect(reverseName('2001:db8::1')).toBe(`1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`);
});

test('TLSA records are those of the port, and say whether the resolver vouches', async () => {
  const der = Buffer.from('a whole certificate').toString('hex');
  const report = await probeIn((port) => ({
    [`_${port}._tcp.${NAME}`]: { TLSA: ['3 1 1 ABCD', `3 0 0 ${der}`], vouched: true, ttl: 1_800 },
  }));
  expect(report.at('tlsa')).toMatchObject({
    ttlSeconds: { TLSA: 1_800 },
    tlsa: {
      name: `_${report.port}._tcp.${NAME}`,
      vouched: true,
      records: [
        { usage: 3, selector: 1, matchingType: 1, data: 'abcd' },
        { usage: 3, selector: 0, matchingType: 0, data: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    },
  });
});

test('TLSA records of the name behind an alias come first', async () => {
  const report = await probeIn((port) => ({
    [NAME]: { CNAME: 'real.contoso.test' },
    'real.contoso.test': { A: ['127.0.0.1'] },
    [`_${port}._tcp.real.contoso.test`]: { TLSA: ['3 1 1 01'] },
    [`_${port}._tcp.${NAME}`]: { TLSA: ['3 1 1 02'] },
  }));
  expect(report.at('tlsa')?.tlsa).toMatchObject({ vouched: false, records: [{ data: '01' }] });
});

test('The certificates that were shown come with what TLSA records hold', async () => {
  const report = await probeIn(() => ({}));
  const [leaf] = report.at('tls')?.tls?.certificates ?? [];
  expect(leaf?.tlsaHashes?.certificateSha256).toBe(leaf?.fingerprint256.replaceAll(':', '').toLowerCase());
  expect(leaf?.tlsaHashes?.publicKeySha512).toMatch(/^[0-9a-f]{128}$/);
});

test('Slow DNS for them holds up neither the dialogue nor, by more than 2 s, the end', async () => {
  const report = await probeIn((port) => ({
    [PTR]: { trouble: 'silent' },
    [`_${port}._tcp.${NAME}`]: { trouble: 'silent' },
  }));
  expect(report.failures).toEqual([]);
  expect(report.asides.map(({ stage, failure }) => `${stage} ${failure?.kind}`).toSorted()).toEqual([
    'ptr dnsTimeout',
    'tlsa dnsTimeout',
  ]);
  const resolvedAt = report.at('connect')?.startedAtMs ?? 0;
  const quit = report.at('quit');
  for (const aside of report.asides) {
    expect(aside.startedAtMs).toBeLessThanOrEqual(resolvedAt);
    expect(aside.durationMs).toBeLessThan(3_000);
    expect((quit?.startedAtMs ?? 0) + (quit?.durationMs ?? 0)).toBeLessThan(
      aside.startedAtMs + aside.durationMs,
    );
  }
});

test('A name whose second answer is forbidden is never connected to there', async () => {
  let asked = 0;
  const rebinding = (resolver: Resolver): Resolver => ({
    ...resolver,
    ask: async (name, type) => {
      const answer = await resolver.ask(name, type);
      if (name !== NAME || type !== 'A' || !answer.ok) return answer;
      asked += 1;
      const records = asked === 1 ? answer.value.records : ['169.254.169.254'];
      return got({ ...answer.value, records: records as typeof answer.value.records });
    },
  });
  // The PTR record leads back to the name, which is then asked for again.
  const report = await probeIn(() => ({ [PTR]: { PTR: [NAME] } }), rebinding);
  expect(asked).toBe(2);
  expect(report.at('ptr')?.pointers).toEqual([{ name: NAME, confirmed: false }]);
  expect(report.reached).toEqual(['127.0.0.1']);
});
