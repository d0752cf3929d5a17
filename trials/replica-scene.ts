// Two consoles with a worker each, on one PostgreSQL, behind a proxy that sends each request to the other one.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect as netConnect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsoleProcess, startConsoleProcess } from '../e2e/support/console-process';
import { freePort } from '../e2e/support/free-port';
import { startMailLab } from '../e2e/support/mail-lab';
import { addPerson, type Person, sessionCookies } from '../e2e/support/people';
import { childrenOf, killNow } from '../e2e/support/processes';
import { startPostgres } from '../lib/data/postgres-for-tests';
import { openStore, type Store } from '../lib/data/store';
import { readSettings, type Settings } from '../lib/settings';
import { startRoundRobin } from './round-robin';

/** Connections to one address, at once and each second: small, so that six validations have to wait. */
export const BUDGET = { burst: 2, perSecond: 1 } as const;
/** A server that is not on loopback for all that the consoles know: only such a one has a budget. */
const BUDGETED = { name: 'budget.contoso.test', address: '10.25.0.1' } as const;

export type Replica = Readonly<{
  /** Its own address, past the proxy. */
  url: string;
  /** Ends supervisor, server and worker without a warning. */
  kill: () => Promise<void>;
}>;

/** When a connection to the budgeted server began and ended, in milliseconds. */
export type Visit = { beganAt: number; endedAt: number };

export type Replicas = Readonly<{
  /** The proxy, which is PUBLIC_URL of both. */
  url: string;
  both: readonly [Replica, Replica];
  /** Requests that each has answered through the proxy. */
  served: () => readonly number[];
  store: Store;
  settings: Settings;
  hosts: Readonly<{ good: string; silent: string; budgeted: string }>;
  visits: readonly Visit[];
  /** The cookie header of a new person. */
  joined: (person: Person) => Promise<string>;
  printed: () => string;
  stop: () => Promise<void>;
}>;

export async function startReplicas(): Promise<Replicas> {
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-replicas-'));
  const postgres = await startPostgres();
  const lab = await startMailLab(
    [
      { kind: 'good', host: 'good.contoso.test' },
      { kind: 'silent', host: 'silent.contoso.test' },
      { kind: 'good', host: BUDGETED.name },
    ],
    folder,
    { servers: {}, zone: { [BUDGETED.name]: { A: [BUDGETED.address] } } },
  );
  const [good, silent, budgeted] = lab.hosts;
  const counter = await startCounter(budgeted?.port ?? 0);
  const redirection = new URL('../e2e/support/smart-hosts/redirect-mx.mjs', import.meta.url).href;
  const publicPort = await freePort('localhost');
  const ports = [await freePort('localhost'), await freePort('localhost')] as const;
  const env = (port: number) => ({
    ...lab.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${redirection}`.trim(),
    MX_LAB_PORTS: JSON.stringify({ [BUDGETED.address]: counter.port }),
    // Machines share no folder.
    DATA_DIR: join(folder, String(port)),
    DATABASE_URL: postgres.url,
    PUBLIC_URL: `http://localhost:${publicPort}`,
    HOSTNAME: 'localhost',
    PORT: String(port),
    TRUSTED_PROXIES: '1',
    AUTH_SECRET: 'a secret that both replicas are given',
    LOG_LEVEL: 'warn',
    PROBE_TARGET_BURST: String(BUDGET.burst),
    PROBE_TARGET_PER_MINUTE: String(BUDGET.perSecond * 60),
    PROBE_BANNER_TIMEOUT_MS: '4000',
    WORKER_LEASE_MS: '2000',
    WORKER_CONCURRENCY: '2',
  });
  // One after the other, as an upgrade does: the first makes the tables.
  const processes: ConsoleProcess[] = [];
  for (const port of ports) {
    const started = startConsoleProcess(env(port));
    processes.push(started);
    await started.ready;
  }
  const proxy = await startRoundRobin(publicPort, ports);
  const settings = readSettings(env(ports[0]));
  const store = await openStore(settings);
  const replica = (at: number): Replica => ({
    url: `http://localhost:${ports[at]}`,
    kill: async () => {
      const child = processes[at]?.child;
      if (!child?.pid || child.exitCode !== null) return;
      const ended = once(child, 'exit');
      const parts = await childrenOf(child.pid);
      for (const pid of [child.pid, ...parts.map((part) => part.pid)]) killNow(pid);
      await ended;
    },
  });
  const named = (host: typeof good) => `${host?.host}:${host?.port}`;
  return {
    url: proxy.url,
    both: [replica(0), replica(1)],
    served: proxy.served,
    store,
    settings,
    hosts: { good: named(good), silent: named(silent), budgeted: BUDGETED.name },
    visits: counter.visits,
    joined: async (person) => {
      await addPerson(store, settings, person);
      const cookies = await sessionCookies(store, settings, person);
      return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
    printed: () => processes.map(({ printed }) => printed()).join('\n'),
    stop: async () => {
      await store.close();
      await proxy.close();
      for (const { child } of processes) {
        const isOver = child.exitCode !== null || child.signalCode !== null;
        const ended = isOver ? undefined : once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await Promise.all([lab.close(), counter.close(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Leads connections on to `port`, and notes when each was open. */
async function startCounter(port: number) {
  const visits: Visit[] = [];
  const server = createServer((socket) => {
    const visit: Visit = { beganAt: performance.now(), endedAt: Number.POSITIVE_INFINITY };
    visits.push(visit);
    const onward = netConnect(port, '127.0.0.1');
    const end = () => {
      visit.endedAt = Math.min(visit.endedAt, performance.now());
      socket.destroy();
      onward.destroy();
    };
    for (const one of [socket, onward]) one.on('error', end).on('close', end);
    socket.pipe(onward).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  return {
    visits,
    port: typeof bound === 'object' && bound ? bound.port : 0,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
