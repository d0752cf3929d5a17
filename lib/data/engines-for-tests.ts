// Runs a suite against both engines, real ones: SQLite in a folder of its own, PostgreSQL in a database of its own.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { migrate } from './migrate';
import { openStore, type Provider, type Store, type StoreLocation } from './store';

export type TestEngine = Readonly<{
  provider: Provider;
  /** Where an empty database is, without tables. */
  emptyDatabase: () => Promise<StoreLocation>;
}>;

/** Describes `suite` once for each engine. */
export function describeBothEngines(name: string, suite: (engine: TestEngine) => void): void {
  describe(`${name} on SQLite`, () => {
    const folders: string[] = [];
    afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
    const emptyDatabase = async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-store-'));
      folders.push(dataDir);
      return { dataDir };
    };
    suite({ provider: 'sqlite', emptyDatabase });
  });
  describe(`${name} on PostgreSQL`, () => suite({ provider: 'postgresql', emptyDatabase: emptyPostgresql }));
}

/** A store with all tables and no rows. */
export async function freshStore(engine: TestEngine): Promise<Store & { location: StoreLocation }> {
  const location = await engine.emptyDatabase();
  await migrate(location, () => undefined);
  const store = await openStore(location);
  return { ...store, location };
}

async function emptyPostgresql(): Promise<StoreLocation> {
  const url = new URL(inject('postgresUrl'));
  const server = await openStore({ databaseUrl: url.href, dataDir: '' });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.client.$executeRawUnsafe(`CREATE DATABASE ${name}`);
  await server.close();
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, dataDir: '' };
}
