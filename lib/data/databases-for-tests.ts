// Vitest's globalSetup: a PostgreSQL, and in both engines one migrated database that each test gets a copy of.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from './migrate';
import { startPostgres } from './postgres-for-tests';
import { openStore } from './store';

declare module 'vitest' {
  interface ProvidedContext {
    /** postgresql:// address of the server; the database is the path. */
    postgresUrl: string;
    /** The name of its database that has all tables and no rows. */
    migratedDatabase: string;
    /** The folder of the SQLite file that has all tables and no rows. */
    migratedFolder: string;
  }
}

const MIGRATED = 'migrated';

/** Vitest calls this once before all test files, and what it returns after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const first = await openStore({ databaseUrl: server.url, dataDir: '' });
  await first.client.$executeRawUnsafe(`CREATE DATABASE ${MIGRATED}`);
  await first.close();
  const databaseUrl = Object.assign(new URL(server.url), { pathname: `/${MIGRATED}` }).href;
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-migrated-'));
  // As it is opened, SQLite's file gets the settings that it keeps; as it is closed, all of it is in the one file.
  for (const location of [{ databaseUrl, dataDir: '' }, { dataDir }]) {
    await migrate(location, () => undefined);
    await (await openStore(location)).close();
  }
  project.provide('postgresUrl', server.url);
  project.provide('migratedDatabase', MIGRATED);
  project.provide('migratedFolder', dataDir);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
