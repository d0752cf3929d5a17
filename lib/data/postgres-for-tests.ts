// A real PostgreSQL on loopback, out of npm packages, for tests and for writing migrations.
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../e2e/support/free-port';
import { childrenOf, killNow } from '../../e2e/support/processes';
import { loadEmbeddedPostgres } from './postgres-package-for-tests';

/** Where the data ends with the server, nothing has to outlive a loss of power, nor a kill. */
const QUICK: readonly string[] = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export type TestPostgres = Readonly<{
  url: string;
  /** Ends the server and everything that works for it, as a machine does that fails. */
  kill: () => Promise<void>;
  /** Starts it again behind `kill`; answers once it takes connections. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/**
 * Starts an empty server on a free port; as root it runs as the user `postgres`, made where there is none. `durable` leaves on what
 * a server keeps its promises with: without it, a kill loses what was committed.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const parent = await mkdtemp(join(tmpdir(), 'mailspan-postgres-'));
  // The server's user is another than root and must reach its folder.
  await chmod(parent, 0o755);
  const asRoot = process.getuid?.() === 0;
  const port = await freePort('127.0.0.1');
  const errors: string[] = [];
  const Postgres = await loadEmbeddedPostgres(parent);
  const server = new Postgres({
    databaseDir: join(parent, 'data'),
    port,
    password: 'test',
    persistent: false,
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=`,
      '-c',
      'max_connections=200',
      ...(durable ? [] : QUICK).flatMap((setting) => ['-c', setting]),
    ],
    onLog: (line) => errors.push(String(line)),
    onError: (line) => errors.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL for the tests did not start:\n${errors.join('')}`, { cause });
  }
  const postmaster = () => Number(readFileSync(join(parent, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  // A run that somebody ends by hand leaves no server behind.
  const endWithUs = () => killNow(postmaster());
  process.once('exit', endWithUs);
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
    kill: async () => {
      const pid = postmaster();
      const workers = await childrenOf(pid);
      for (const one of [pid, ...workers.map((worker) => worker.pid)]) killNow(one);
    },
    restart: () => server.start(),
    stop: async () => {
      process.off('exit', endWithUs);
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
