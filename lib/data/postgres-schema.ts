// The schema `public` as a whole: seen at one moment, set aside, brought back. For backups only.
import { BackupError } from './backup-error';
import type { Client, Store } from './store';

/** Longer than any dump takes. */
const LIMIT_MS = 6 * 3_600_000;

/**
 * Runs `work` with a store that sees the database as of now however long it takes, and with the name under which other
 * programs see it so too.
 */
export function atOneMoment<T>(
  store: Store,
  work: (then: Store, snapshot: string) => Promise<T>,
): Promise<T> {
  // The client's type is SQLite's, which knows no other level.
  const limits = { isolationLevel: 'RepeatableRead' as 'Serializable', timeout: LIMIT_MS };
  return store.client.$transaction(async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ snapshot: string }[]>('SELECT pg_export_snapshot() AS snapshot');
    if (!row) throw new Error('PostgreSQL exported no snapshot.');
    return work({ ...store, client: tx as Client }, row.snapshot);
  }, limits);
}

/** How many others are connected to this database: a console, a worker, a person with psql. */
export async function otherConnections(store: Store): Promise<number> {
  const [row] = await store.client.$queryRawUnsafe<{ count: bigint }[]>(
    `SELECT count(*) AS count FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return Number(row?.count ?? 0);
}

/**
 * Runs `work` on an empty schema `public`, with the former one under the name `aside`, where it stays. Where `work` throws,
 * the former one is brought back.
 */
export async function withSchemaAside(store: Store, aside: string, work: () => Promise<void>): Promise<void> {
  const { client } = store;
  try {
    await client.$transaction([
      client.$executeRawUnsafe(`ALTER SCHEMA public RENAME TO "${aside}"`),
      client.$executeRawUnsafe('CREATE SCHEMA public'),
    ]);
  } catch (cause) {
    throw new BackupError(
      'The role of DATABASE_URL may not rename the schema public: it must own the database. Nothing was changed.',
      { cause },
    );
  }
  try {
    await work();
  } catch (error) {
    await client.$transaction([
      client.$executeRawUnsafe('DROP SCHEMA public CASCADE'),
      client.$executeRawUnsafe(`ALTER SCHEMA "${aside}" RENAME TO public`),
    ]);
    throw error;
  }
}
