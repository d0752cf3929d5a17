// Runs a suite against both engines, real ones: SQLite in a folder of its own, PostgreSQL in a database of its own.
import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { openStore, type Provider, type Store, type StoreLocation, sqliteFile } from './store';

export type TestEngine = Readonly<{
  provider: Provider;
  /** Where an empty database is, without tables. */
  emptyDatabase: () => Promise<StoreLocation>;
  /** Where a migrated one is, without rows: a copy of the one that was migrated before all tests. */
  freshDatabase: () => Promise<StoreLocation>;
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
    const freshDatabase = async () => {
      const location = await emptyDatabase();
      await copyFile(sqliteFile(inject('migratedFolder')), sqliteFile(location.dataDir));
      return location;
    };
    suite({ provider: 'sqlite', emptyDatabase, freshDatabase });
  });
  describe(`${name} on PostgreSQL`, () =>
    suite({
      provider: 'postgresql',
      emptyDatabase: () => newPostgresql('template1'),
      freshDatabase: () => newPostgresql(inject('migratedDatabase')),
    }));
}

/** A store with all tables and no rows. */
export async function freshStore(engine: TestEngine): Promise<Store & { location: StoreLocation }> {
  const location = await engine.freshDatabase();
  const store = await openStore(location);
  return { ...store, location };
}

async function newPostgresql(template: string): Promise<StoreLocation> {
  const url = new URL(inject('postgresUrl'));
  const server = await openStore({ databaseUrl: url.href, dataDir: '' });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.client.$executeRawUnsafe(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await server.close();
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, dataDir: '' };
}
