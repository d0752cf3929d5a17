// Brings the database's tables up to this version at start, under a lock, in Prisma's own book-keeping.
// Refuses a database that a newer version has changed, or that holds a half-done migration.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type MigrationDatabase, openForMigration } from './migration-database';
import type { Provider, StoreLocation } from './store';

/** Why the database can't be brought up to this version; the message says what to do. */
export class MigrationError extends Error {}

export type Migration = Readonly<{ name: string; sql: string; checksum: string }>;

const root = resolve(import.meta.dirname, '../../prisma');

/** The migrations that this version knows, oldest first. */
export async function knownMigrations(provider: Provider): Promise<Migration[]> {
  const folder = join(root, provider, 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Applies every migration that the database lacks, each whole or not at all; answers their names.
 * Any number of processes may call it at once: one works, the others wait and find nothing to do.
 * Throws a MigrationError where the database is not one that this version can work with.
 */
export async function migrate(
  location: StoreLocation,
  log: (line: string) => void,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const provider: Provider = location.databaseUrl ? 'postgresql' : 'sqlite';
  const known = migrations ?? (await knownMigrations(provider));
  const database = await openForMigration(location);
  try {
    return await database.locked(async () => {
      const missing = pending(known, await database.applied());
      for (const migration of missing) {
        log(`Applying migration ${migration.name}`);
        await apply(database, migration);
      }
      return missing.map(({ name }) => name);
    });
  } finally {
    await database.close();
  }
}

async function apply(database: MigrationDatabase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await database.run(sql);
  } catch (cause) {
    throw new MigrationError(`Migration ${name} failed and nothing of it was kept.`, { cause });
  }
  await database.record({ id: randomUUID(), name, checksum });
}

type Applied = Awaited<ReturnType<MigrationDatabase['applied']>>;

function pending(known: readonly Migration[], applied: Applied): Migration[] {
  const inForce = applied.filter((row) => !row.rolledBack);
  const failed = inForce.find((row) => !row.finished);
  if (failed) {
    throw new MigrationError(
      `Migration ${failed.name} began and did not end. Restore the last backup, or mend the tables and ` +
        'tell `prisma migrate resolve`.',
    );
  }
  const unknown = inForce.find((row) => !known.some(({ name }) => name === row.name));
  if (unknown) {
    throw new MigrationError(
      `The database has migration ${unknown.name}, which this version does not know: a newer version of Mailspan ` +
        'has used it. Start that version, or restore a backup from before the upgrade.',
    );
  }
  for (const row of inForce) {
    if (known.find(({ name }) => name === row.name)?.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${row.name} was changed after it was applied. Start the version that applied it.`,
      );
    }
  }
  return known.filter(({ name }) => !inForce.some((row) => row.name === name));
}
