// The SQLite file as a file: a whole copy of one that is in use, whether it is sound, whether anybody has it open.
import { chmod, open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection';

/** The first bytes of every SQLite file (sqlite.org/fileformat.html, 1.3.1). */
export const SQLITE_MAGIC = 'SQLite format 3\0';

/**
 * Writes what `from` holds at this moment to the new file `to` (0600), while others go on writing to `from`. Survives a
 * power cut from its return on: VACUUM INTO by itself leaves that to chance.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  await withConnection(from, (connection) => connection.execute('VACUUM INTO ?', [to]));
  await chmod(to, 0o600);
  await flush(to);
}

/** What SQLite finds wrong with `file`, at most a hundred lines; none where it is sound. Throws where it is no such file. */
export const sqliteFaults = (file: string): Promise<string[]> =>
  withConnection(file, async (connection) => {
    const { rows } = await connection.execute('PRAGMA integrity_check');
    return rows.map(([line]) => String(line)).filter((line) => line !== 'ok');
  });

export type Grip = 'held' | 'inUse' | 'unreadable';

/** How long somebody who has the file open may take to let go of it, as a command does that ends. */
const LET_GO_MS = 2_000;

/**
 * Runs `work` while nobody else can use `file`, all of which is in that one file then. `inUse` where somebody has it open:
 * a console, a worker, a command. `unreadable` where it is damaged, so that its locks say nothing; `work` runs.
 */
export async function withWholeSqlite(file: string, work: () => Promise<void>): Promise<Grip> {
  const grip = await grasp(file);
  try {
    if (grip.kind !== 'inUse') await work();
    return grip.kind;
  } finally {
    grip.letGo();
  }
}

async function grasp(file: string): Promise<Readonly<{ kind: Grip; letGo: () => void }>> {
  const database = new Database(file);
  // Statements that answer rows keep the file open after close(), until they are collected; exec() makes none.
  const letGo = (): void => void database.close();
  const giveUpAt = performance.now() + LET_GO_MS;
  for (;;) {
    try {
      // Leaving WAL takes the lock that every open connection shares, and so fails while there is another one.
      database.exec('PRAGMA journal_mode = DELETE');
      database.exec('BEGIN EXCLUSIVE');
      return { kind: 'held', letGo };
    } catch (error) {
      if (!isLocked(error)) return { kind: 'unreadable', letGo };
      if (performance.now() > giveUpAt) return { kind: 'inUse', letGo };
      await delay(100);
    }
  }
}

/** Hands `file` to the disk, so that no power cut takes it back; also a folder, for the names in it. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function withConnection<T>(
  file: string,
  work: (connection: SqliteConnection) => Promise<T>,
): Promise<T> {
  const connection = openSqliteConnection(file);
  try {
    return await work(connection);
  } finally {
    connection.close();
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
