// What migrate() needs of an engine: one locked transaction, whole SQL files, and Prisma's _prisma_migrations table.
import { mkdir } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { openSqliteConnection } from './sqlite-connection';
import { type StoreLocation, sqliteFile } from './store';

export type MigrationDatabase = Readonly<{
  /** Runs `work` in one transaction that no other process's `locked` overlaps; all of it is kept, or nothing. */
  locked: <T>(work: () => Promise<T>) => Promise<T>;
  applied: () => Promise<{ name: string; checksum: string; finished: boolean; rolledBack: boolean }[]>;
  /** Runs a file of any number of statements. */
  run: (sql: string) => Promise<void>;
  record: (migration: { id: string; name: string; checksum: string }) => Promise<void>;
  close: () => Promise<void>;
}>;

/** Opens the database that `location` names; makes the data folder (0700) of a new SQLite file. */
export async function openForMigration(location: StoreLocation): Promise<MigrationDatabase> {
  if (location.databaseUrl) return openPostgresql(location.databaseUrl);
  await mkdir(location.dataDir, { recursive: true, mode: 0o700 });
  return openSqlite(sqliteFile(location.dataDir));
}

const READ_APPLIED = `SELECT migration_name, checksum, finished_at IS NOT NULL, rolled_back_at IS NOT NULL
  FROM _prisma_migrations ORDER BY started_at, migration_name`;

const toApplied = ([name, checksum, finished, rolledBack]: readonly unknown[]) => ({
  name: String(name),
  checksum: String(checksum),
  finished: Boolean(Number(finished)),
  rolledBack: Boolean(Number(rolledBack)),
});

/** The table as Prisma's schema engine makes it on SQLite, times in milliseconds since 1970. */
const SQLITE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

async function openSqlite(file: string): Promise<MigrationDatabase> {
  const connection = openSqliteConnection(file);
  return {
    locked: async (work) => {
      // A table that is made anew is dropped first, which would cascade to its children.
      // Inside a transaction the switch has no effect.
      await connection.execute('PRAGMA foreign_keys = OFF');
      await connection.begin();
      try {
        await connection.script(SQLITE_TABLE);
        const result = await work();
        const broken = await connection.execute('PRAGMA foreign_key_check');
        if (broken.rows.length > 0) throw new Error('A migration left rows whose parent is gone.');
        await connection.commit();
        return result;
      } catch (error) {
        await connection.rollback();
        throw error;
      }
    },
    applied: async () => (await connection.execute(READ_APPLIED)).rows.map(toApplied),
    run: connection.script,
    record: async ({ id, name, checksum }) => {
      const now = Date.now();
      await connection.execute(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES (?, ?, ?, ?, ?, 1)`,
        [id, checksum, name, now, now],
      );
    },
    close: async () => connection.close(),
  };
}

const POSTGRESQL_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/** The advisory lock that Prisma's own `migrate deploy` takes, so that the two exclude each other. */
const PRISMA_LOCK = 72707369;

async function openPostgresql(connectionString: string): Promise<MigrationDatabase> {
  const adapter = await new PrismaPg({ connectionString, max: 1 }).connect();
  const connection = await adapter.underlyingDriver().connect();
  return {
    locked: async (work) => {
      await connection.query('BEGIN');
      try {
        await connection.query(`SELECT pg_advisory_xact_lock(${PRISMA_LOCK})`);
        await connection.query(POSTGRESQL_TABLE);
        const result = await work();
        await connection.query('COMMIT');
        return result;
      } catch (error) {
        await connection.query('ROLLBACK');
        throw error;
      }
    },
    applied: async () =>
      (await connection.query({ text: READ_APPLIED, rowMode: 'array' })).rows.map((row: unknown[]) =>
        toApplied(row),
      ),
    run: async (sql) => void (await connection.query(sql)),
    record: async ({ id, name, checksum }) => {
      await connection.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), now(), 1)`,
        [id, checksum, name],
      );
    },
    close: async () => {
      connection.release();
      await adapter.dispose();
    },
  };
}
