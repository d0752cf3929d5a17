import { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeDns, startFakeDns } from '../../e2e/support/smart-hosts/fake-dns';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { parseSmartHost, type SmartHost } from '../mailflow/smart-host';
import { type Answer, got } from './answer';
import type { DnsAnswer, RecordType } from './dns-message';
import { createResolver, type Resolver } from './dns-resolver';
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

/** As an admin, or somebody who has an admin's session, may type them. */
const TYPED = [
  '127.0.0.1 127.1 127.0.1 127.0.0.1. 127.000.000.001 0127.0.0.1 127.0.0.1:25 127.255.255.254 [127.0.0.1] [127.0.0.1]:25',
  '2130706433 0x7f000001 0X7F000001 017700000001 0x7f.0.0.1 0x7f.1 0177.1 0177.0.0.01 127.0x0.0.1 %31%32%37.0.0.1',
  '0 0.0.0.0 0x0 00 0.0 0:25 255.255.255.255 4294967295 224.0.0.1 240.0.0.1 192.0.2.1 198.18.0.1 127.0.0.1/25',
  'localhost LOCALHOST localhost. localhost:25 localhost.localdomain ip6-localhost foo.localhost loc\u00adalhost',
  '１２７.０.０.１ 127。0。0。1 127．0．0．1 ①②⑦.0.0.1 १२७.०.०.१ ⓛⓞⓒⓐⓛⓗⓞⓢⓣ ｌｏｃａｌｈｏｓｔ 127.0.0.1.nip.io',
  '::1 [::1] [::1]:25 0:0:0:0:0:0:0:1 ::0001 0000::1 :: [::] ::ffff:127.0.0.1 [::ffff:7f00:1]:25 ::1%lo',
  '::ffff:0:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::127.0.0.1 64:ff9b:1::a9fe:a9fe 64:ff9b:1:7f00:0:100::',
  '64:ff9b:1:7f:0:1:: 64:ff9b:1:0:7f:0:100:0 2002:7f00:1:: 2002:a9fe:a9fe::1 2001:0:102:304::80ff:fffe',
  'fe80::5efe:127.0.0.1 2620:0:1::5efe:7f00:1 2620:0:1::200:5efe:7f00:1 2620:0:1::200:5efe:a9fe:a9fe fe80::1 [fe80::1]:25',
  'fe80::1%eth0 [fe80::1%25lo] ff02::1 fec0::1 fd00:ec2::254 fd20:ce::254 [fd00:ec2::254]:25 2001:db8::1 100::1',
  '169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 169.16689662 ::ffff:a9fe:a9fe',
  '[::ffff:169.254.169.254] 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 169.254.169.254. metadata.google.internal',
  '10.0.0.1 10.1 167772161 0xa000001 012.0.0.1 172.16.0.1 192.168.0.1 192.168.1 3232235521 100.64.0.1 fd12::1',
  'http://127.0.0.1 smtp://127.0.0.1 127.0.0.1#@mail.contoso.com mail.contoso.com@127.0.0.1 127.0.0.1\\@mail.contoso.com',
  '127.0.0.1%00.contoso.com 127.0.0.1\u0000 127.0.0.1\r\nRCPT 127.0.0.1\tmail.contoso.com',
].flatMap((line) => line.split(' '));

/** What the system's own look-up makes of `text`: it takes numbers in any base for addresses. */
const worstAnswer = (text: string): string => {
  const bare = text.replace(/\.$/, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : '127.0.0.1';
};

describe('No socket is opened to a place that is forbidden', () => {
  test('a hundred and more spellings are tried', () => expect(new Set(TYPED).size).toBeGreaterThan(110));

  test.each(TYPED)('typed as %j', async (text) => {
    const host = parseSmartHost(text);
    if (!host.ok) return;
    const { opened, failures } = await openedBy([host.value], answering(worstAnswer(host.value.host)));
    expect(opened).toEqual([]);
    expect(failures).toEqual(['resolve: addressDenied']);
  });

  test.each(TYPED)('answered by DNS as %j', async (text) => {
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
