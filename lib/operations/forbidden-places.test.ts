// The whole way of a validation, from its request to the worker's socket: every socket that it opens leads to a canary.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as netConnect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, inject, it, onTestFinished } from 'vitest';
import { startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { startSmartHost } from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { describeBothEngines, freshStore, type TestEngine } from '../data/engines-for-tests';
import { findRun } from '../data/validation-runs';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { parseEmailAddress } from '../mailflow/email-address';
import { mailDomainOf } from '../mailflow/mail-exchangers';
import { formatSmartHost, parseSmartHost } from '../mailflow/smart-host';
import { ANSWERED, TYPED, worstAnswer } from '../probe/forbidden-places-for-tests';
import type { Connect } from '../probe/wire';
import { readSettings } from '../settings';
import type { Problem } from './outcome';
import { requestValidation } from './request-validation';
import { runDueValidations } from './run-due-validations';
import { viewRun } from './validation-run-view';

/** One for each number: neighbours would wait for each other's budgets. */
const goodAddress = (number: number): string => `52.${number}.0.25`;
const isGood = (address: string): boolean => address.startsWith('52.');
const addressRecord = (address: string) => (address.includes(':') ? { AAAA: [address] } : { A: [address] });

/** A server that greets nobody, and counts who came. */
async function startCanary() {
  const told = { came: 0 };
  const server = createServer((socket) => {
    told.came += 1;
    socket.on('error', () => undefined).destroy();
  });
  server.listen(0);
  await once(server, 'listening');
  onTestFinished(async () => void (await new Promise((resolve) => server.close(resolve))));
  return { told, port: (server.address() as AddressInfo).port };
}

/** Opens every socket to `port` of this machine instead, but those to good addresses to `goodPort`; tells where they wanted to go. */
function leadingTo(port: number, goodPort: number) {
  const wanted: string[] = [];
  const connect: Connect = (target) => {
    wanted.push(`${target.host} ${target.port}`);
    return netConnect({ ...target, host: '127.0.0.1', port: isGood(target.host) ? goodPort : port });
  };
  return { wanted, connect };
}

const NOBODY_LISTENS = 9;

type Validated = Readonly<{
  outcome: string | undefined;
  /** The findings about each server. */
  servers: readonly string[];
  findings: readonly string[];
}>;

const findingsIn = (refused: Problem): string[] =>
  refused.kind === 'invalid' ? refused.findings.map(({ code }) => code) : [];

/** A console and its worker whose resolver serves `zone`. */
async function startConsole(
  engine: TestEngine,
  zone: Zone,
  env: Readonly<Record<string, string>>,
  connect?: Connect,
) {
  const store = await freshStore(engine);
  const dns = await startFakeDns(zone);
  const settings = readSettings({
    AUTH_SECRET: 'a secret for the tests of forbidden places',
    PROBE_DENY_PRIVATE: 'true',
    PROBE_DNS_SERVERS: dns.server,
    PROBE_HELO_NAME: 'console.mailspan.test',
    PROBE_TARGET_BURST: '1000',
    PROBE_UNSAVED_SERVERS_PER_HOUR: '1000',
    PROBE_UNSAVED_PER_HOUR: '1000',
    WORKER_POLL_MS: '20',
    ...(engine.provider === 'postgresql' && { DATABASE_URL: store.location.databaseUrl ?? '' }),
    ...env,
  });
  const stop = new AbortController();
  const now = () => new Date();
  const work = runDueValidations({
    ...{ store, settings, now, signal: stop.signal, owner: 'w', concurrency: 20 },
    ca: [(await testCa()).rootPem],
    ...(connect && { connect }),
  });
  onTestFinished(async () => {
    stop.abort();
    await work;
    await Promise.all([store.close(), dns.close()]);
  });
  const who = {
    userId: 'ada',
    name: 'Ada',
    email: 'ada@contoso.com',
    role: 'admin',
    sessionId: 's',
  } as const;
  const request = (given: Partial<ConnectorDraft>) => {
    const asked: Partial<ConnectorDraft> = {
      from: 'office365',
      to: 'organization',
      delivery: 'smartHosts',
      validationRecipients: ['ada@contoso.com'],
    };
    return requestValidation(
      { who, store, settings, now },
      { draft: { ...emptyDraft(), ...asked, ...given } },
    );
  };
  /** The first thing found wrong with the draft, or the run's outcome and what was found of each server. */
  const validate = async (given: Partial<ConnectorDraft>): Promise<Validated> => {
    const asked = await request(given);
    if (!asked.ok) return { outcome: 'refused', servers: [], findings: findingsIn(asked.problem) };
    const ended = async () => (await findRun(store, asked.value.runId))?.state;
    await expect.poll(ended, { timeout: 30_000, interval: 50 }).toBe('finished');
    const run = await findRun(store, asked.value.runId);
    if (!run) throw new Error('The run is gone.');
    const { outcome, tasks } = await viewRun(store, run, now());
    const codesOf = ({ findings }: (typeof tasks)[number]) => findings.map(({ code }) => code).join(' ');
    const servers = tasks.flatMap((task) => (task.kind === 'connectivity' ? [codesOf(task)] : []));
    return { outcome, servers, findings: tasks.map(codesOf) };
  };
  return { validate };
}

const IPV4_AND_6 = (address: string, good: string) =>
  address.includes(':') ? { A: [good], AAAA: [address] } : { A: [address, good] };
const everyServer = (count: number, codes: string): Partial<Validated> => ({
  outcome: 'failed',
  servers: Array.from({ length: count }, () => codes),
});

describeBothEngines('A place where nobody may connect', (engine) => {
  it('is not connected to in any spelling that a person types: refused at once, or found to be denied', async () => {
    const canary = await startCanary();
    const { wanted, connect } = leadingTo(canary.port, canary.port);
    const typed = TYPED.map((text) => ({ text, host: parseSmartHost(text) }));
    const hosts = typed.flatMap(({ text, host }) => (host.ok ? [{ text, ...host.value }] : []));
    const zone = {
      ...Object.fromEntries(hosts.map(({ text, host }) => [host, addressRecord(worstAnswer(text))])),
      'mail.contoso.com': { A: [goodAddress(1)] },
    };
    const { validate } = await startConsole(engine, zone, {}, connect);
    for (const { text } of typed.filter(({ host }) => !host.ok)) {
      const { outcome, findings } = await validate({ smartHosts: [text] });
      expect([text, outcome, findings]).toEqual([text, 'refused', [expect.stringMatching(/^host\./)]]);
    }
    const smartHosts = [...new Map(hosts.map((one) => [formatSmartHost(one), one.text])).values()];
    expect(smartHosts.length).toBeGreaterThan(30);
    expect(await validate({ smartHosts })).toMatchObject(everyServer(smartHosts.length, 'addressDenied'));
    expect([wanted, canary.told.came]).toEqual([[], 0]);
    // The canary lives: a server that may be connected to is led to it.
    await validate({ smartHosts: ['mail.contoso.com'] });
    expect([wanted, canary.told.came]).toEqual([[`${goodAddress(1)} 25`], 1]);
  });

  it('is not connected to as the domain of a recipient, in whatever spelling', async () => {
    const canary = await startCanary();
    const { wanted, connect } = leadingTo(canary.port, canary.port);
    const typed = TYPED.map((text) => ({ text, address: parseEmailAddress(`ada@${text}`) }));
    const accepted = typed.flatMap(({ text, address }) =>
      address.ok ? [{ text, address: address.value }] : [],
    );
    const domains = new Map(accepted.map(({ text, address }) => [mailDomainOf(address), worstAnswer(text)]));
    const zone = Object.fromEntries([...domains].map(([name, to]) => [name, addressRecord(to)]));
    const { validate } = await startConsole(engine, zone, {}, connect);
    const byMx = { to: 'partner', delivery: 'mx' } as const;
    for (const { text } of typed.filter(({ address }) => !address.ok)) {
      const draft = { ...byMx, smartHosts: [], validationRecipients: [`ada@${text}`] };
      expect([text, (await validate(draft)).outcome]).toEqual([text, 'refused']);
    }
    const validationRecipients = [...domains.keys()].map((domain) => `ada@${domain}`);
    expect(validationRecipients.length).toBeGreaterThan(10);
    const found = await validate({ ...byMx, smartHosts: [], validationRecipients });
    expect(found).toMatchObject(everyServer(domains.size, 'addressDenied'));
    expect([wanted, canary.told.came]).toEqual([[], 0]);
  });

  it('is not connected to by any name that leads there: beside a good address, behind aliases, as MX, as policy host', async () => {
    const canary = await startCanary();
    const { wanted, connect } = leadingTo(canary.port, NOBODY_LISTENS);
    const zone = Object.fromEntries(
      ANSWERED.flatMap((address, at) => [
        [`h${at}.test`, addressRecord(address)],
        [`c${at}.test`, { CNAME: `d${at}.test` }],
        [`d${at}.test`, { CNAME: `h${at}.test` }],
        [`both${at}.test`, IPV4_AND_6(address, goodAddress(at))],
        [`p${at}.test`, { MX: [`10 c${at}.test`] }],
        [`_mta-sts.p${at}.test`, { TXT: ['v=STSv1; id=1;'] }],
        [`mta-sts.p${at}.test`, { CNAME: `c${at}.test` }],
      ]),
    );
    const { validate } = await startConsole(engine, zone, {}, connect);
    const named = (prefix: string) => ANSWERED.map((_, at) => `${prefix}${at}.test`);
    const byName = await validate({ smartHosts: named('c') });
    expect(byName).toMatchObject(everyServer(ANSWERED.length, 'addressDenied'));
    const byMx = await validate({
      ...{ to: 'partner', delivery: 'mx', smartHosts: [] },
      validationRecipients: named('ada@p'),
    });
    expect(byMx).toMatchObject(everyServer(ANSWERED.length, 'addressDenied'));
    expect(byMx.findings.filter((codes) => codes === 'mtaStsUnusable')).toHaveLength(ANSWERED.length);
    expect([wanted, canary.told.came]).toEqual([[], 0]);
    const { servers } = await validate({ smartHosts: named('both') });
    for (const codes of servers) expect(codes).toContain('addressDenied');
    expect(canary.told.came).toBe(0);
    expect([...wanted].sort()).toEqual(ANSWERED.map((_, at) => `${goodAddress(at)} 25`).sort());
  });

  it('is not connected to where DNS has another answer the second time: what was checked is what is connected to', async () => {
    const canary = await startCanary();
    // Its TLS fails, so it is visited twice.
    const oldTls = await startSmartHost('oldTls', { host: 'rebind.test', ca: await testCa() });
    onTestFinished(() => oldTls.close());
    const { wanted, connect } = leadingTo(canary.port, oldTls.port);
    const good = { A: [goodAddress(7)], ttl: 0 };
    const inside = { A: ['127.0.0.1'], AAAA: ['::1'], ttl: 0 };
    const zone: Zone = {
      'rebind.test': { ...good, later: inside },
      'alias.test': { CNAME: 'good.test', ttl: 0, later: { CNAME: 'inside.test', ttl: 0 } },
      'good.test': good,
      'inside.test': inside,
      'fabrikam.test': { MX: ['10 mx.fabrikam.test'], ttl: 0, later: { MX: ['10 inside.test'], ttl: 0 } },
      'mx.fabrikam.test': { ...good, later: inside },
    };
    const { validate } = await startConsole(engine, zone, {}, connect);
    const both = { smartHosts: ['rebind.test', 'alias.test'], tlsRequired: false };
    const byMx: Partial<ConnectorDraft> = {
      ...{ to: 'partner', delivery: 'mx', smartHosts: [], tlsRequired: false },
      validationRecipients: ['ada@fabrikam.test'],
    };
    for (const draft of [both, byMx])
      expect(JSON.stringify(await validate(draft))).not.toContain('addressDenied');
    expect(wanted).toEqual(Array.from({ length: 6 }, () => `${goodAddress(7)} 25`));
    expect(await validate(both)).toMatchObject(everyServer(2, 'addressDenied'));
    expect(await validate(byMx)).toMatchObject(everyServer(1, 'addressDenied'));
    expect([wanted.length, canary.told.came]).toEqual([6, 0]);
  });

  it('is not connected to where it is the console or its database itself, at any address of this machine', async () => {
    const canary = await startCanary();
    const other = await startCanary();
    const mine = Object.values(networkInterfaces()).flatMap((some) =>
      (some ?? []).flatMap(({ address, family }) => (family === 'IPv4' ? [address] : [])),
    );
    const places = [...new Set([...mine, '127.0.0.1', '127.9.9.9', '[::1]', 'me.test', 'mapped.test'])];
    const ports = { console: canary.port, database: Number(new URL(inject('postgresUrl')).port) };
    const zone: Zone = {
      'me.test': { A: ['127.0.0.1'], AAAA: ['::1'] },
      'mapped.test': { AAAA: ['::ffff:127.0.0.1', '64:ff9b::7f00:1'] },
    };
    const { validate } = await startConsole(engine, zone, {
      PORT: String(ports.console),
      PROBE_ALLOW_LOOPBACK: 'true',
      PROBE_DENY_PRIVATE: 'false',
      PROBE_PORTS: [ports.console, ports.database, other.port].join(','),
    });
    const own = engine.provider === 'postgresql' ? [ports.console, ports.database] : [ports.console];
    const smartHosts = own.flatMap((port) => places.map((host) => `${host}:${port}`));
    expect(await validate({ smartHosts })).toMatchObject(everyServer(smartHosts.length, 'addressDenied'));
    expect(canary.told.came).toBe(0);
    await validate({ smartHosts: [`me.test:${other.port}`] });
    expect(other.told.came).toBeGreaterThan(0);
  });
});
