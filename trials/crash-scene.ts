// The console that the crash trial breaks: `npm start` with a store and smart hosts of its own, killed in parts or whole and
// started again on what was left.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ConsoleProcess, startConsoleProcess } from '../e2e/support/console-process';
import { freePort } from '../e2e/support/free-port';
import { startMailLab } from '../e2e/support/mail-lab';
import { addPerson, type Person, sessionCookies } from '../e2e/support/people';
import { childrenOf, killNow } from '../e2e/support/processes';
import { startPostgres } from '../lib/data/postgres-for-tests';
import { openStore, type Provider, type Store } from '../lib/data/store';
import { readSettings, type Settings } from '../lib/settings';

/** What a kill hits. `supervisor` is the process behind `npm start`; `everything` is that, server and worker at once. */
export type KillKind =
  | 'server'
  | 'worker'
  | 'supervisor'
  | 'everything'
  | 'database'
  | 'everythingAndDatabase';

/** How long a dead worker keeps its runs. */
export const LEASE_MS = 2_000;
const START_LIMIT_MS = 180_000;
const RECOVERY_LIMIT_MS = 60_000;

export type CrashScene = Readonly<{
  url: string;
  settings: Settings;
  /** Kinds that this engine has. */
  kinds: readonly KillKind[];
  /** Smart hosts as an admin types them. */
  hosts: Readonly<{ good: string; silent: string }>;
  /** Kills, starts again what is gone, and answers once the console does; with how long that took in milliseconds. */
  crash: (kind: KillKind) => Promise<number>;
  /** When a worker was there again after each crash, and at first. */
  workerStarts: () => readonly Date[];
  /** The store, opened for `work` alone: between crashes only the console's own processes have it open. */
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  /** The cookie header of a new admin. */
  admin: (name: string) => Promise<string>;
  /** What the console's processes have printed, the last ones last. */
  printed: () => string;
  stop: () => Promise<void>;
}>;

/** Starts a console on `provider`. */
export async function startCrashScene(provider: Provider): Promise<CrashScene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-crash-'));
  const postgres = provider === 'postgresql' ? await startPostgres({ durable: true }) : undefined;
  const lab = await startMailLab(
    [
      { kind: 'good', host: 'good.contoso.test' },
      { kind: 'silent', host: 'silent.contoso.test' },
    ],
    dataDir,
  );
  const env = {
    ...lab.env,
    DATA_DIR: dataDir,
    DATABASE_URL: postgres?.url ?? '',
    PUBLIC_URL: '',
    HOSTNAME: 'localhost',
    PORT: String(await freePort('localhost')),
    AUTH_SECRET: 'a secret for the crash trial, known to everybody',
    LOG_LEVEL: 'warn',
    PROBE_BANNER_TIMEOUT_MS: '1500',
    WORKER_LEASE_MS: String(LEASE_MS),
  };
  const settings = readSettings(env);
  const workerStarts: Date[] = [];
  const said: string[] = [];
  let running: ConsoleProcess;

  const start = async (): Promise<void> => {
    for (const giveUpAt = performance.now() + START_LIMIT_MS; ; ) {
      running = startConsoleProcess(env);
      try {
        await running.ready;
        return;
      } catch (error) {
        // As a service manager does: the port of a killed server's orphans may be taken for a moment.
        if (performance.now() > giveUpAt) throw error;
        said.push(String(error));
        await delay(200);
      }
    }
  };
  const partsOf = async () => {
    const children = await childrenOf(running.child.pid ?? 0);
    const worker = children.find(({ args }) => args.includes('worker/main.ts'));
    // Next.js gives its process a title of its own once it runs.
    const server = children.find(({ args }) => /^next-server|next\/dist\/bin\/next start/.test(args));
    return { worker: worker?.pid, server: server?.pid };
  };
  const untilWorker = async (other?: number): Promise<void> => {
    await until(async () => {
      const { worker } = await partsOf();
      return worker !== undefined && worker !== other;
    }, 'The worker did not start again');
    workerStarts.push(new Date());
  };
  const again = async (): Promise<void> => {
    said.push(running.printed());
    await start();
    await untilWorker();
  };
  /** Kills, and waits for the supervisor's end. */
  const kill = async (...pids: readonly (number | undefined)[]): Promise<void> => {
    if (pids[0] === undefined) throw new Error('There is no server to kill.');
    const ended = running.child.exitCode === null ? once(running.child, 'exit') : undefined;
    for (const pid of pids) if (pid !== undefined) killNow(pid);
    await ended;
  };
  const killEverything = async () => {
    const { worker, server } = await partsOf();
    await kill(running.child.pid, server, worker);
  };
  const untilAnswering = () =>
    until(async () => {
      const answer = await fetch(`${settings.publicUrl}/connectors`, {
        headers: { cookie: witness },
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      return answer.status === 200;
    }, 'The console did not answer again');

  const CRASHES: Readonly<Record<KillKind, () => Promise<void>>> = {
    // The supervisor ends by itself when its server is gone.
    server: async () => {
      await kill((await partsOf()).server);
      await again();
    },
    worker: async () => {
      const { worker } = await partsOf();
      if (worker !== undefined) killNow(worker);
      await untilWorker(worker);
    },
    supervisor: async () => {
      await kill(running.child.pid);
      await again();
    },
    everything: async () => {
      await killEverything();
      await again();
    },
    database: async () => {
      await postgres?.kill();
      await postgres?.restart();
      workerStarts.push(new Date());
    },
    everythingAndDatabase: async () => {
      await Promise.all([postgres?.kill(), killEverything()]);
      await postgres?.restart();
      await again();
    },
  };
  const withStore: CrashScene['withStore'] = async (work) => {
    const store = await openStore(settings);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const admin = (name: string) =>
    withStore(async (store) => {
      const email = `${name.toLowerCase()}@contoso.test`;
      const person: Person = { name, email, password: 'correct horse battery', role: 'admin' };
      await addPerson(store, settings, person);
      const cookies = await sessionCookies(store, settings, person);
      return cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
    });

  await start();
  await untilWorker();
  const witness = await admin('Witness');
  const hostOf = (kind: string) => {
    const found = lab.hosts.find((host) => host.kind === kind);
    return `${found?.host}:${found?.port}`;
  };
  return {
    url: settings.publicUrl,
    settings,
    kinds: [
      ...(['server', 'worker', 'supervisor', 'everything'] as const),
      ...(postgres ? (['database', 'everythingAndDatabase'] as const) : []),
    ],
    hosts: { good: hostOf('good'), silent: hostOf('silent') },
    crash: async (kind) => {
      const killedAt = performance.now();
      await CRASHES[kind]();
      await untilAnswering();
      return performance.now() - killedAt;
    },
    workerStarts: () => workerStarts,
    withStore,
    admin,
    printed: () => [...said, running.printed()].join('\n'),
    stop: async () => {
      const ended = running.child.exitCode === null ? once(running.child, 'exit') : undefined;
      running.child.kill('SIGTERM');
      await ended;
      await Promise.all([lab.close(), postgres?.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function until(holds: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const giveUpAt = performance.now() + RECOVERY_LIMIT_MS; ; ) {
    if (await holds().catch(() => false)) return;
    if (performance.now() > giveUpAt) throw new Error(`${otherwise} in ${RECOVERY_LIMIT_MS / 1000} s.`);
    await delay(20);
  }
}
