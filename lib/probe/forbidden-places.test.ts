import { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeDns, startFakeDns } from '../../e2e/support/smart-hosts/fake-dns';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { parseSmartHost, type SmartHost } from '../mailflow/smart-host';
import { type Answer, got } from './answer';
import type { DnsAnswer, RecordType } from './dns-message';
import { createResolver, type Resolver } from './dns-resolver';
import { ANSWERED, TYPED, worstAnswer } from './forbidden-places-for-tests';
import type { ProbePlan } from './probe-plan';

const GOOD = '52.100.0.25';
const STRICT: Partial<ProbePlan> = { allowLoopback: false, denyPrivate: true, ports: [25], recipients: [] };

/** Opens no socket, but keeps what would have been connected to. */
function noSockets() {
  const opened: string[] = [];
  const connect = ({ host, port }: { host: string; port: number }): Socket => {
    opened.push(`${host} ${port}`);
    const socket = new Socket();
    setImmediate(() => socket.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
    return socket;
  };
  return { opened, connect };
}

/** A resolver that has one answer for every name. */
const answering = (...addresses: string[]): Resolver => resolving(() => addresses);

/** A resolver that asks `addressesNow` for the addresses of every name, each time anew. */
const resolving = (addressesNow: (type: RecordType) => readonly string[]): Resolver => ({
  ask: async <T extends RecordType>(_: string, type: T): Promise<Answer<DnsAnswer<T>>> => {
    const isOfType = (address: string) => type === (address.includes(':') ? 'AAAA' : 'A');
    const records = type === 'A' || type === 'AAAA' ? addressesNow(type).filter(isOfType) : [];
    return got({
      exists: true,
      records: records as unknown as DnsAnswer<T>['records'],
      aliases: [],
      vouched: false,
    });
  },
  cancel: () => undefined,
});

async function openedBy(hosts: readonly SmartHost[], resolver: Resolver, given: Partial<ProbePlan> = {}) {
  const { opened, connect } = noSockets();
  const plan = planFor({ address: GOOD, port: 25 }, { ...STRICT, hosts, ...given });
  const report = await run(plan, { connect, resolver });
  return { opened, failures: report.failures };
}

const named = (host: string, port = 25): SmartHost => ({ kind: 'name', host, port });

describe('No socket is opened to a place that is forbidden', () => {
  test('a hundred and fifty spellings and more are tried', () =>
    expect(new Set(TYPED).size).toBeGreaterThan(150));

  test.each(TYPED)('typed as %j', async (text) => {
    const host = parseSmartHost(text);
    if (!host.ok) return;
    const { opened, failures } = await openedBy([host.value], answering(worstAnswer(host.value.host)));
    expect(opened).toEqual([]);
    expect(failures).toEqual(['resolve: addressDenied']);
  });

  // Resolvers may be anybody's: what is no address on the wire is refused too.
  test.each([...ANSWERED, ...TYPED])('answered by DNS as %j', async (text) => {
    const { opened } = await openedBy([named('mail.contoso.com')], answering(text));
    expect(opened).toEqual([]);
  });

  test('among the addresses of a name that has good ones too: only those are connected to', async () => {
    const resolver = answering(
      '127.0.0.1',
      GOOD,
      '169.254.169.254',
      '::1',
      '::ffff:10.0.0.1',
      '2606:4700::25',
    );
    const { opened, failures } = await openedBy([named('mail.contoso.com')], resolver);
    expect(opened.sort()).toEqual(['2606:4700::25 25', `${GOOD} 25`]);
    expect(failures.filter((failure) => failure === 'connect: addressDenied')).toHaveLength(4);
  });

  test('by a name whose answer changes behind the check: what was checked is what is connected to', async () => {
    let asked = 0;
    const rebinding = resolving((type) => (type === 'A' ? [asked++ === 0 ? GOOD : '127.0.0.1'] : []));
    const first = await openedBy([named('rebind.contoso.com')], rebinding);
    expect(first.opened).toEqual([`${GOOD} 25`]);
    expect(asked).toBe(1);
    const second = await openedBy([named('rebind.contoso.com')], rebinding);
    expect([second.opened, second.failures]).toEqual([[], ['resolve: addressDenied']]);
  });

  test.each([22, 80, 443, 3000, 3306, 5432, 6379, 11_211, 27_017])('on port %i', async (port) => {
    const { opened, failures } = await openedBy([named('mail.contoso.com', port)], answering(GOOD));
    expect([opened, failures]).toEqual([[], ['connect: portDenied']]);
  });

  test('where this console and its database listen, even where loopback and the port are allowed', async () => {
    const mine = Object.values(networkInterfaces()).flatMap((some) =>
      (some ?? []).map(({ address }) => address),
    );
    const loose: Partial<ProbePlan> = {
      allowLoopback: true,
      denyPrivate: false,
      ports: [25, 3000, 5432],
      ownServices: [
        { addresses: [...mine, GOOD], port: 3000 },
        { addresses: ['10.0.0.5'], port: 5432 },
      ],
    };
    const at = async (address: string, port: number) =>
      (await openedBy([named('own.contoso.com', port)], answering(address), loose)).opened;
    for (const address of [
      ...mine.filter((one) => !one.startsWith('fe80')),
      '127.0.0.1',
      '127.9.9.9',
      '::1',
      GOOD,
    ])
      expect([address, await at(address, 3000)]).toEqual([address, []]);
    for (const address of [`::ffff:${GOOD}`, `64:ff9b::${GOOD}`]) expect(await at(address, 3000)).toEqual([]);
    expect([
      await at('10.0.0.5', 5432),
      await at('::ffff:10.0.0.5', 5432),
      await at('127.0.0.1', 5432),
    ]).toEqual([[], [], []]);
    expect([await at('127.0.0.1', 25), await at('10.0.0.5', 25)]).toEqual([
      ['127.0.0.1 25'],
      ['10.0.0.5 25'],
    ]);
    expect(await at('10.0.0.6', 5432)).toEqual(['10.0.0.6 5432']);
  });
});

describe('Names in DNS that lead to a forbidden place', () => {
  let dns: FakeDns;
  beforeAll(async () => {
    dns = await startFakeDns({
      'alias.contoso.com': { CNAME: 'second.contoso.com' },
      'second.contoso.com': { CNAME: 'inside.contoso.com' },
      'inside.contoso.com': { A: ['127.0.0.1'], AAAA: ['::1', '::ffff:169.254.169.254'] },
      'contoso.com': { MX: ['10 alias.contoso.com', '20 127.0.0.1', '30 localhost', '40 2130706433'] },
      'fabrikam.com': { A: ['10.0.0.1'] },
    });
  });
  afterAll(() => dns.close());

  test('are followed to their end, and not connected to', async () => {
    const { opened, failures } = await openedBy([named('alias.contoso.com')], createResolver([dns.server]));
    expect([opened, failures]).toEqual([[], ['resolve: addressDenied']]);
  });

  test('are no way in by MX records either', async () => {
    for (const recipients of [['ada@contoso.com'], ['ada@fabrikam.com']]) {
      const { opened } = await openedBy([], createResolver([dns.server]), { recipients });
      expect(opened).toEqual([]);
    }
  });
});
