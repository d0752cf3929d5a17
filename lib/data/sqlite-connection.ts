// One connection to the SQLite file. Waits for another connection's write without holding up this process.
// Refuses to give up before ten seconds.
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';

/** How long a statement waits for the file while another connection writes. */
const BUSY_LIMIT_MS = 10_000;

/** What a statement answered, as Prisma's adapter for libsql reads it. */
export type SqliteResult = Readonly<{
  columns: string[];
  columnTypes: string[];
  rows: unknown[][];
  rowsAffected: number;
}>;

export type SqliteConnection = Readonly<{
  execute: (sql: string, args?: readonly unknown[]) => Promise<SqliteResult>;
  /** Begins a transaction that has the right to write from its start, so that it never finds later that it can't. */
  begin: () => Promise<void>;
  commit: () => Promise<void>;
  rollback: () => Promise<void>;
  /** Runs any number of statements, inside a transaction only: there the file is never busy. */
  script: (sql: string) => Promise<void>;
  close: () => void;
}>;

/** Opens `file`, made where there is none. */
export function openSqliteConnection(file: string): SqliteConnection {
  const database = new Database(file);
  const rollback = async () => {
    // SQLite has ended the transaction by itself after some errors (disk full).
    if (database.inTransaction) database.exec('ROLLBACK');
  };
  return {
    execute: (sql, args = []) => {
      // The same statement is tried again and again: a busy one that libsql forgets stays "in progress" until the
      // garbage collector finds it, and until then nothing commits (tursodatabase/libsql-client-ts#352).
      const statement = database.prepare(sql).safeIntegers(true);
      return patiently(() => runStatement(statement, args.map(toSqlite)));
    },
    begin: () => patiently(() => void database.exec('BEGIN IMMEDIATE')),
    commit: async () => {
      try {
        await patiently(() => void database.exec('COMMIT'));
      } catch (error) {
        // A refused COMMIT (disk full, a broken reference) leaves the transaction open for the next caller to trip over.
        await rollback();
        throw error;
      }
    },
    rollback,
    script: async (sql) => void database.exec(sql),
    close: () => void database.close(),
  };
}

type Statement = ReturnType<InstanceType<typeof Database>['prepare']>;

function runStatement(statement: Statement, args: unknown[]): SqliteResult {
  if (!statement.reader) {
    const { changes } = statement.run(args);
    return { columns: [], columnTypes: [], rows: [], rowsAffected: changes };
  }
  const columns = statement.raw(true).columns();
  const rows = statement.all(args) as unknown[][];
  return {
    columns: columns.map(({ name }) => name),
    columnTypes: columns.map(({ type }) => type ?? ''),
    rows: rows.map((row) => row.map(fromSqlite)),
    rowsAffected: 0,
  };
}

const toSqlite = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);

/** Integers come as bigint; those that a number holds exactly become one, as Prisma's adapter expects them. */
const fromSqlite = (value: unknown): unknown =>
  typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;

async function patiently<T>(attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + BUSY_LIMIT_MS;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await delay(1 + Math.random() * 9);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
