import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { decode, encode, type Packet, type Answer as Record } from 'dns-packet';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { createResolver } from './dns-resolver';

const NAME = 'contoso.test';

async function resolverOf(zone: Zone) {
  const dns = await startFakeDns(zone);
  onTestFinished(() => dns.close());
  return createResolver([dns.server]);
}

type Reply = Packet;
type Sent = Readonly<{ id: number; port: number; name: string; hasEdns: boolean }>;

/** A server that answers every query with what `reply` makes of it, bytes as they are. */
async function serverOf(reply: (query: Sent) => readonly (Reply | Buffer)[]) {
  const socket = createSocket('udp4');
  const asked: Sent[] = [];
  socket.on('message', (bytes, from) => {
    const { id = 0, questions = [], additionals = [] } = decode(bytes);
    const query = { id, port: from.port, name: questions[0]?.name ?? '', hasEdns: additionals.length > 0 };
    asked.push(query);
    for (const each of reply(query))
      socket.send(Buffer.isBuffer(each) ? each : encode(each), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => socket.close(() => resolve())));
  const { port }: AddressInfo = socket.address();
  return { server: `127.0.0.1:${port}`, port, asked };
}

const record = (data: string, name = NAME): Record => ({ type: 'A', name, ttl: 60, data });
const reply = (id: number, answers: Record[], given: Partial<Reply> = {}): Reply => ({
  type: 'response',
  id,
  questions: [{ type: 'A', name: NAME }],
  answers,
  ...given,
});

describe('A resolver tells', () => {
  test('the records of every type, and how long they may be kept', async () => {
    const resolver = await resolverOf({
      [NAME]: {
        A: ['192.0.2.1', '192.0.2.2'],
        AAAA: ['2001:db8::1'],
        MX: ['10 mx1.contoso.test'],
        TXT: ['v=spf1 -all', 'x'.repeat(600)],
        PTR: ['mail.contoso.test'],
        TLSA: ['3 1 1 00ff'],
        ttl: 3_600,
      },
    });
    const tell = async (type: Parameters<typeof resolver.ask>[1]) => {
      const answer = await resolver.ask(NAME, type);
      return answer.ok ? [answer.value.ttlSeconds, ...answer.value.records] : answer;
    };
    expect(await tell('A')).toEqual([3_600, '192.0.2.1', '192.0.2.2']);
    expect(await tell('AAAA')).toEqual([3_600, '2001:db8::1']);
    expect(await tell('MX')).toEqual([3_600, { preference: 10, exchange: 'mx1.contoso.test' }]);
    expect(await tell('TXT')).toEqual([3_600, 'v=spf1 -all', 'x'.repeat(600)]);
    expect(await tell('PTR')).toEqual([3_600, 'mail.contoso.test']);
    expect(await tell('TLSA')).toEqual([
      3_600,
      { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from('00ff', 'hex') },
    ]);
  });

  test('a name that does not exist from one that has no such record', async () => {
    const resolver = await resolverOf({ [NAME]: { A: ['192.0.2.1'] } });
    const nothing = { records: [], aliases: [], vouched: false };
    expect(await resolver.ask(NAME, 'MX')).toEqual({ ok: true, value: { ...nothing, exists: true } });
    expect(await resolver.ask('gone.test', 'MX')).toEqual({ ok: true, value: { ...nothing, exists: false } });
  });

  test('what it vouches for', async () => {
    const resolver = await resolverOf({
      [NAME]: { A: ['192.0.2.1'], vouched: true },
      'other.test': { A: ['192.0.2.2'] },
    });
    expect(await resolver.ask(NAME, 'A')).toMatchObject({ value: { vouched: true } });
    expect(await resolver.ask('other.test', 'A')).toMatchObject({ value: { vouched: false } });
  });

  test('the aliases on the way, with the least of their TTLs', async () => {
    const resolver = await resolverOf({
      [NAME]: { CNAME: 'a.test', ttl: 300 },
      'a.test': { CNAME: 'b.test', ttl: 30 },
      'b.test': { A: ['192.0.2.1'], ttl: 3_600 },
    });
    expect(await resolver.ask(NAME, 'A')).toMatchObject({
      value: { records: ['192.0.2.1'], aliases: ['a.test', 'b.test'], ttlSeconds: 30 },
    });
  });
});

describe('Aliases without end', () => {
  test('a loop leads to nothing', async () => {
    const resolver = await resolverOf({ [NAME]: { CNAME: 'a.test' }, 'a.test': { CNAME: NAME } });
    expect(await resolver.ask(NAME, 'A')).toMatchObject({ value: { records: [], aliases: ['a.test'] } });
  });

  test('a chain of more than eight leads to nothing', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `n${index}.test`);
    const links = names.slice(1).map((next, index) => [names[index] ?? '', { CNAME: next }] as const);
    const resolver = await resolverOf({ ...Object.fromEntries(links), 'n9.test': { A: ['192.0.2.1'] } });
    expect(await resolver.ask('n0.test', 'A')).toMatchObject({ value: { records: [] } });
    expect(await resolver.ask('n1.test', 'A')).toMatchObject({ value: { records: ['192.0.2.1'] } });
  });
});

describe('Large answers', () => {
  test('come over TCP: 500 mail servers, and a text of 20,000 characters', async () => {
    const MX = Array.from({ length: 500 }, (_, index) => `${index} mx${index}.contoso.test`);
    const resolver = await resolverOf({ [NAME]: { MX, TXT: ['x'.repeat(20_000)] } });
    const answer = await resolver.ask(NAME, 'MX');
    expect(answer.ok && answer.value.records).toHaveLength(500);
    expect(await resolver.ask(NAME, 'TXT')).toMatchObject({ value: { records: ['x'.repeat(20_000)] } });
  });

  test('that say so over TCP as well are no answer', async () => {
    const { server } = await serverOf(({ id }) => [reply(id, [], { flags: 1 << 9 })]);
    expect(await createResolver([server]).ask(NAME, 'A')).toEqual({
      ok: false,
      failure: { kind: 'dnsError', detail: 'ECONNREFUSED' },
    });
  });
});

describe('Answers that are not ours', () => {
  const TRUE = record('192.0.2.1');
  const FALSE = record('203.0.113.66');
  test.each<[string, (id: number) => Reply | Buffer]>([
    ['another id', (id) => reply((id + 1) % 65_536, [FALSE])],
    ['another name', (id) => reply(id, [FALSE], { questions: [{ type: 'A', name: 'evil.test' }] })],
    ['another type', (id) => reply(id, [FALSE], { questions: [{ type: 'MX', name: NAME }] })],
    ['no question', (id) => reply(id, [FALSE], { questions: [] })],
    ['a query', (id) => ({ ...reply(id, [FALSE]), type: 'query' })],
    ['five bytes', () => Buffer.from('hello')],
  ])('%s: passed over, the true one behind it is taken', async (_what, forged) => {
    const { server } = await serverOf(({ id }) => [forged(id), reply(id, [TRUE])]);
    expect(await createResolver([server]).ask(NAME, 'A')).toMatchObject({
      value: { records: ['192.0.2.1'] },
    });
  });

  test('another port: the kernel lets nothing through', async () => {
    const stranger = createSocket('udp4');
    onTestFinished(() => new Promise((resolve) => stranger.close(() => resolve())));
    const { server } = await serverOf(({ id, port }) => {
      stranger.send(encode(reply(id, [FALSE])), port, '127.0.0.1');
      return [];
    });
    const resolver = createResolver([server]);
    const answer = resolver.ask(NAME, 'A');
    setTimeout(() => resolver.cancel(), 500);
    expect(await answer).toEqual({ ok: false, failure: { kind: 'dnsError', detail: 'ECANCELLED' } });
  });

  test('records of other names are left out', async () => {
    const { server } = await serverOf(({ id }) => [
      reply(id, [record('203.0.113.66', 'evil.test'), record('192.0.2.1')]),
    ]);
    expect(await createResolver([server]).ask(NAME, 'A')).toMatchObject({
      value: { records: ['192.0.2.1'] },
    });
  });
});

describe('Trouble', () => {
  test('bytes that are no message, with our id, end the question', async () => {
    const { server } = await serverOf(({ id }) => {
      const bytes = Buffer.alloc(20, 0xff);
      bytes.writeUInt16BE(id);
      return [bytes];
    });
    expect(await createResolver([server]).ask(NAME, 'A')).toEqual({
      ok: false,
      failure: { kind: 'dnsError', detail: 'EBADRESP' },
    });
  });

  test('SERVFAIL and a port where nobody listens are told as they are', async () => {
    const failing = await resolverOf({ [NAME]: { trouble: 'servfail' } });
    const detailOf = (detail: string) => ({ ok: false, failure: { kind: 'dnsError', detail } });
    expect(await failing.ask(NAME, 'A')).toEqual(detailOf('ESERVFAIL'));
    expect(await createResolver(['127.0.0.1:9']).ask(NAME, 'A')).toEqual(detailOf('ECONNREFUSED'));
  });

  test('a dead server is passed over for the next', async () => {
    const dns = await startFakeDns({ [NAME]: { A: ['192.0.2.1'] } });
    onTestFinished(() => dns.close());
    const resolver = createResolver(['127.0.0.1:9', dns.server]);
    expect(await resolver.ask(NAME, 'A')).toMatchObject({ value: { records: ['192.0.2.1'] } });
  });

  test('a server that knows no EDNS is asked without', async () => {
    const resolver = await resolverOf({ [NAME]: { A: ['192.0.2.1'], trouble: 'formerrToEdns' } });
    expect(await resolver.ask(NAME, 'A')).toMatchObject({ value: { records: ['192.0.2.1'] } });
  });

  test('silence is asked about again without EDNS, and ends as a timeout', { timeout: 15_000 }, async () => {
    const { server, asked } = await serverOf(() => []);
    const beganAt = performance.now();
    expect(await createResolver([server]).ask(NAME, 'A')).toEqual({
      ok: false,
      failure: { kind: 'dnsTimeout' },
    });
    expect(performance.now() - beganAt).toBeLessThan(6_000);
    expect(asked.map(({ hasEdns }) => hasEdns)).toEqual([true, false]);
  });

  test.each(['', 'two..dots', 'x'.repeat(64), 'a\r\nb.test', 'é.test', `${'a.'.repeat(130)}test`])(
    'the name %j is not asked for',
    async (name) => {
      const { server, asked } = await serverOf(() => []);
      expect(await createResolver([server]).ask(name, 'A')).toMatchObject({
        failure: { detail: 'EBADNAME' },
      });
      expect(asked).toEqual([]);
    },
  );

  test('cancelling ends all questions, and leaves no socket and no timer', async () => {
    const { server } = await serverOf(() => []);
    const held = () =>
      process.getActiveResourcesInfo().filter((kind) => ['Timeout', 'UDPWrap', 'UDPWRAP'].includes(kind));
    const before = held().length;
    const resolver = createResolver([server]);
    const answers = [resolver.ask(NAME, 'A'), resolver.ask(NAME, 'MX')];
    resolver.cancel();
    for (const answer of await Promise.all(answers))
      expect(answer).toEqual({ ok: false, failure: { kind: 'dnsError', detail: 'ECANCELLED' } });
    await vi.waitFor(() => expect(held().length).toBeLessThanOrEqual(before));
    expect(await resolver.ask(NAME, 'A')).toMatchObject({ failure: { detail: 'ECANCELLED' } });
  });
});

test('Every question has a port and an id that nobody could have known', async () => {
  const { server, asked } = await serverOf(({ id }) => [reply(id, [record('192.0.2.1')])]);
  const resolver = createResolver([server]);
  await Promise.all(Array.from({ length: 20 }, () => resolver.ask(NAME, 'A')));
  expect(new Set(asked.map(({ port }) => port)).size).toBe(20);
  expect(new Set(asked.map(({ id }) => id)).size).toBeGreaterThan(17);
});
