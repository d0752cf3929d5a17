import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { type MxLab, startMxLab } from '../../e2e/support/smart-hosts/mx-lab';
import { planFor, run, SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import type { SmartHostKind } from '../../e2e/support/smart-hosts/smart-host';
import { createResolver } from './dns-resolver';
import type { ProbeDeps, ProbePlan } from './probe-plan';

const DOMAIN = 'fabrikam.test';
const ADA = `ada@${DOMAIN}`;

const plan = (given: Partial<ProbePlan> = {}): ProbePlan =>
  planFor({ address: '127.0.0.1', port: 25 }, { hosts: [], recipients: [ADA], ...given });

async function lab(
  servers: Readonly<Record<string, SmartHostKind | 'refused'>>,
  zone: Zone,
): Promise<MxLab & { probe: (of?: ProbePlan, deps?: Partial<ProbeDeps>) => ReturnType<typeof run> }> {
  const mx = await startMxLab(servers, zone);
  onTestFinished(() => mx.close());
  const deps = { resolver: createResolver([mx.dnsServer]), connect: mx.connect };
  return { ...mx, probe: (of = plan(), given = {}) => run(of, { ...deps, ...given }) };
}

/** `host stage` of what was tried with an envelope. */
const envelopes = ({ observations }: Awaited<ReturnType<typeof run>>): string[] =>
  observations.flatMap(({ host, stage, recipient, failure }) =>
    ['rcptTo', 'data'].includes(stage) ? [`${host} ${stage} ${recipient}${failure ? ' refused' : ''}`] : [],
  );

describe('Mail by MX', () => {
  test('tries every server, and sends the message to the most preferred one', async () => {
    const mx = await lab(
      { 'mx1.fabrikam.test': 'good', 'mx2.fabrikam.test': 'good' },
      { [DOMAIN]: { MX: ['20 MX2.fabrikam.test', '10 mx1.fabrikam.test.'] } },
    );
    const report = await mx.probe();
    expect(report.failures).toEqual([]);
    expect(report.observations[0]).toMatchObject({
      stage: 'mx',
      host: DOMAIN,
      exchangers: [
        { name: 'mx1.fabrikam.test', preference: 10 },
        { name: 'mx2.fabrikam.test', preference: 20 },
      ],
    });
    expect(envelopes(report).toSorted()).toEqual([
      `mx1.fabrikam.test data ${ADA}`,
      `mx1.fabrikam.test rcptTo ${ADA}`,
      `mx2.fabrikam.test rcptTo ${ADA}`,
    ]);
    expect(mx.host('mx1.fabrikam.test').received).toMatchObject([{ to: [ADA], secure: true }]);
    expect(mx.host('mx2.fabrikam.test').received).toEqual([]);
  });

  test('that a worker before this one had sent is sent by no other server either', async () => {
    const mx = await lab(
      { 'mx1.fabrikam.test': 'good', 'mx2.fabrikam.test': 'good' },
      { [DOMAIN]: { MX: ['10 mx1.fabrikam.test', '20 mx2.fabrikam.test'] } },
    );
    const report = await mx.probe(plan({ sentEarlier: [{ host: 'mx2.fabrikam.test', recipient: ADA }] }));
    expect(report.failures).toEqual([]);
    expect(report.at('data')).toMatchObject({ host: 'mx2.fabrikam.test', sentEarlier: true });
    for (const name of ['mx1.fabrikam.test', 'mx2.fabrikam.test']) expect(mx.host(name).received).toEqual([]);
  });

  test.each([
    ['is down', 'refused'],
    ['never greets', 'silent'],
    ['greylists', 'greylist'],
    ['takes the mailbox and refuses the message', 'dataRefused'],
    ['has no TLS', 'noStarttls'],
  ] as const)('goes to the backup where the most preferred server %s', async (_what, kind) => {
    const mx = await lab(
      { 'mx1.fabrikam.test': kind, 'mx2.fabrikam.test': 'good' },
      { [DOMAIN]: { MX: ['10 mx1.fabrikam.test', '20 mx2.fabrikam.test'] } },
    );
    // dataRefused has no TLS either.
    await mx.probe(plan({ mayProceed: (tls) => kind === 'dataRefused' || tls !== undefined }));
    expect(mx.host('mx2.fabrikam.test').received).toHaveLength(1);
  });

  test('of a domain without MX goes to the domain itself', async () => {
    const mx = await lab({ [DOMAIN]: 'good' }, {});
    const report = await mx.probe();
    expect(report.observations[0]).toMatchObject({
      implicitMx: true,
      exchangers: [{ name: DOMAIN, preference: 0 }],
    });
    expect(mx.host(DOMAIN).received).toHaveLength(1);
  });

  test.each<[string, Zone, string]>([
    ['does not exist', {}, 'dnsNotFound'],
    ['has neither MX nor address', { [DOMAIN]: {} }, 'dnsNotFound'],
    ['takes no mail', { [DOMAIN]: { MX: ['0 .'], A: ['127.0.0.1'] } }, 'nullMx'],
    ['has name servers in trouble', { [DOMAIN]: { trouble: 'servfail' } }, 'dnsError'],
    ['has name servers that keep silent', { [DOMAIN]: { trouble: 'silent' } }, 'dnsTimeout'],
  ])('of a domain that %s goes nowhere', async (_what, zone, failure) => {
    const mx = await lab({}, zone);
    const report = await mx.probe();
    expect(report.failures).toEqual([`mx: ${failure}`]);
    expect(report.observations).toHaveLength(1);
  });

  test('skips records that name no host, and says which', async () => {
    const odd = 'mx\r\none.fabrikam.test';
    const mx = await lab(
      { 'mx1.fabrikam.test': 'good' },
      { [DOMAIN]: { MX: ['1 .', '2 127.25.0.1', `3 ${odd}`, '10 mx1.fabrikam.test'] } },
    );
    const report = await mx.probe();
    expect(report.at('mx')?.exchangers).toEqual([
      { name: '.', preference: 1, unusable: 'root' },
      { name: '127.25.0.1', preference: 2, unusable: 'address' },
      { name: 'mx\\x0d\\x0aone.fabrikam.test', preference: 3, unusable: 'name' },
      { name: 'mx1.fabrikam.test', preference: 10 },
    ]);
    expect(report.observations.filter(({ stage }) => stage === 'resolve')).toHaveLength(1);
    expect(mx.host('mx1.fabrikam.test').received).toHaveLength(1);
  });

  test('finds out aliases, also those that lead nowhere', async () => {
    const mx = await lab(
      { 'real.fabrikam.test': 'good' },
      {
        [DOMAIN]: { MX: ['10 mx1.fabrikam.test', '20 mx2.fabrikam.test'] },
        'mx1.fabrikam.test': { CNAME: 'real.fabrikam.test' },
        'mx2.fabrikam.test': { CNAME: 'gone.fabrikam.test' },
      },
    );
    const report = await mx.probe();
    const resolved = report.observations.filter(({ stage }) => stage === 'resolve');
    expect(new Map(resolved.map(({ host, alias, failure }) => [host, [alias, failure?.kind]]))).toEqual(
      new Map([
        ['mx1.fabrikam.test', ['real.fabrikam.test', undefined]],
        ['mx2.fabrikam.test', ['gone.fabrikam.test', 'dnsNotFound']],
      ]),
    );
    expect(mx.host('real.fabrikam.test').received).toHaveLength(1);
  });

  test('of 30 servers tries the ten most preferred, and keeps all their names', async () => {
    const names = Array.from(
      { length: 30 },
      (_, index) => `mx${String(index).padStart(2, '0')}.fabrikam.test`,
    );
    const mx = await lab(Object.fromEntries(names.slice(0, 12).map((name) => [name, 'good'])), {
      [DOMAIN]: { MX: names.map((name, index) => `${index} ${name}`).reverse() },
    });
    const report = await mx.probe();
    expect(report.at('mx')?.exchangers?.map(({ name }) => name)).toEqual(names);
    const tried = report.observations.filter(({ stage }) => stage === 'resolve').map(({ host }) => host);
    expect(tried.toSorted()).toEqual(names.slice(0, 10));
    expect(report.failures).toEqual([]);
    expect(mx.host(names[0] ?? '').received).toHaveLength(1);
  });
});

describe('Recipients of several domains', () => {
  test('are tried at their own servers only, a shared one once', async () => {
    const mx = await lab(
      { 'mx.fabrikam.test': 'good', 'shared.hoster.test': 'good' },
      {
        [DOMAIN]: { MX: ['10 mx.fabrikam.test', '20 shared.hoster.test'] },
        'wingtip.test': { MX: ['5 shared.hoster.test'] },
      },
    );
    const recipients = [ADA, 'bob@wingtip.test', 'Carl@WINGTIP.test'];
    const report = await mx.probe(plan({ recipients }));
    expect(report.observations.filter(({ stage }) => stage === 'mx').map(({ host }) => host)).toHaveLength(2);
    expect(report.observations.filter(({ stage }) => stage === 'connect')).toHaveLength(2);
    expect(envelopes(report).toSorted()).toEqual(
      [
        `mx.fabrikam.test rcptTo ${ADA}`,
        `mx.fabrikam.test data ${ADA}`,
        `shared.hoster.test rcptTo ${ADA}`,
        'shared.hoster.test rcptTo bob@wingtip.test',
        'shared.hoster.test data bob@wingtip.test',
        'shared.hoster.test rcptTo Carl@WINGTIP.test',
        'shared.hoster.test data Carl@WINGTIP.test',
      ].toSorted(),
    );
  });

  test('with servers that prefer each other do not wait in a circle', async () => {
    const mx = await lab(
      { 'a.hoster.test': 'good', 'b.hoster.test': 'good' },
      {
        [DOMAIN]: { MX: ['10 a.hoster.test', '20 b.hoster.test'] },
        'wingtip.test': { MX: ['10 b.hoster.test', '20 a.hoster.test'] },
      },
    );
    const report = await mx.probe(plan({ recipients: ['bob@wingtip.test', ADA, 'eve@wingtip.test'] }));
    expect(report.failures).toEqual([]);
    expect(mx.host('a.hoster.test').received.map(({ to }) => to)).toEqual([[ADA]]);
    expect(mx.host('b.hoster.test').received).toHaveLength(2);
  });
});

describe('A partner’s MX is no way into our own network', () => {
  test.each([
    ['loopback', { allowLoopback: false }, '127.25.0.1'],
    ['metadata', {}, '169.254.169.254'],
    ['private', { denyPrivate: true }, '10.1.2.3'],
  ] as const)('%s addresses are not connected to', async (reason, given, address) => {
    const mx = await lab(
      {},
      { [DOMAIN]: { MX: ['10 mx1.fabrikam.test'] }, 'mx1.fabrikam.test': { A: [address] } },
    );
    const opened = () => {
      throw new Error('a socket was opened');
    };
    const report = await mx.probe(plan(given), { connect: opened });
    expect(report.at('resolve')?.failure).toEqual({ kind: 'addressDenied', reason });
    expect(report.at('connect')).toBeUndefined();
  });

  test('nor is a domain that is its own mail server', async () => {
    const mx = await lab({}, { [DOMAIN]: { A: ['127.0.0.1'] } });
    const report = await mx.probe(plan({ allowLoopback: false }));
    expect(report.failures).toEqual(['resolve: addressDenied']);
  });

  test('and port 25 must be one of the settings', async () => {
    const mx = await lab({ 'mx1.fabrikam.test': 'good' }, { [DOMAIN]: { MX: ['10 mx1.fabrikam.test'] } });
    const report = await mx.probe(plan({ ports: [2525] }));
    expect(report.failures).toEqual(['connect: portDenied']);
  });
});

describe('The end of a run by MX', () => {
  const backups = {
    [DOMAIN]: { MX: ['10 mx1.fabrikam.test', '20 mx2.fabrikam.test'] },
  };

  test.each([
    ['the deadline', 'deadline'],
    ['somebody', 'cancelled'],
  ] as const)('%s ends a wait for one’s turn too, and leaves no socket', async (_who, kind) => {
    const mx = await lab({ 'mx1.fabrikam.test': 'silent', 'mx2.fabrikam.test': 'good' }, backups);
    const controller = new AbortController();
    if (kind === 'cancelled') setTimeout(() => controller.abort(), 500);
    const sockets: Socket[] = [];
    const limits = { ...SHORT_LIMITS, bannerMs: 60_000, runMs: kind === 'deadline' ? 500 : 60_000 };
    const report = await mx.probe(plan({ limits }), {
      signal: controller.signal,
      connect: (target) => {
        const socket = mx.connect(target);
        sockets.push(socket);
        return socket;
      },
    });
    expect(report.failures[0]).toBe(`banner: ${kind}`);
    expect(report.observations.filter(({ stage }) => stage === 'data')).toEqual([]);
    expect(report.tookMs).toBeLessThan(2_000);
    expect(sockets).toHaveLength(2);
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test('is the same when the look-up is what takes so long', async () => {
    const mx = await lab({}, { [DOMAIN]: { trouble: 'silent' } });
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const report = await mx.probe(plan({ limits: { ...SHORT_LIMITS, runMs: 200 } }));
    expect(report.failures).toEqual(['mx: deadline']);
    const after = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
  });
});
