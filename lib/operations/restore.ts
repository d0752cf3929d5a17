// A backup comes back: checked and brought up to this version first, then put in the place of what is there, which is kept
// aside. Refuses while anybody uses the database, a backup of a newer version, and, unless told so, one whose log is not whole.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { appendAudit, verifyAudit } from '../data/audit';
import { BackupError } from '../data/backup-error';
import { MigrationError, migrate } from '../data/migrate';
import { readArchive, restoreArchive } from '../data/postgres-archive';
import { otherConnections, withSchemaAside } from '../data/postgres-schema';
import { type Ended, endWhatWasOpen } from '../data/restored';
import { flush, sqliteFaults, withWholeSqlite } from '../data/sqlite-files';
import { openSqliteFile, openStore, type Store, type StoreLocation, sqliteFile } from '../data/store';
import { engineOf } from './backup-file';

export type RestoreInput = Readonly<{
  file: string;
  now: Date;
  /** Take it although its audit log is not whole. */
  despiteAudit: boolean;
}>;

/** `aside`: the file, or the schema of the database, that has what was there before. */
export type Restored = Readonly<{ entries: number; migrations: number; ended: Ended; aside?: string }>;

/**
 * Puts `file` in the place of the database. Where it throws, the database is as it was. For whoever has a shell on the server:
 * only `cli/` may call it. Throws a BackupError.
 */
export async function restoreFromShell(location: StoreLocation, input: RestoreInput): Promise<Restored> {
  const engine = await engineOf(input.file);
  if (engine === 'postgresql' && !location.databaseUrl)
    throw new BackupError('This is the backup of a PostgreSQL database: set DATABASE_URL.');
  if (engine === 'sqlite' && location.databaseUrl)
    throw new BackupError('This is the backup of a SQLite database, and DATABASE_URL names a PostgreSQL.');
  return location.databaseUrl
    ? restorePostgres(location, location.databaseUrl, input)
    : restoreSqlite(location, input);
}

async function restoreSqlite({ dataDir }: StoreLocation, input: RestoreInput): Promise<Restored> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(dataDir, '.restore-'));
  try {
    const draft = sqliteFile(folder);
    await copyFile(input.file, draft);
    await chmod(draft, 0o600);
    // A copy that somebody made by hand may still want a second file beside it.
    await withWholeSqlite(draft, async () => undefined);
    const faults = await sqliteFaults(draft).catch((error: Error) => [error.message]);
    if (faults.length > 0) throw new BackupError(`The backup is damaged:\n${faults.join('\n')}`);
    const migrations = await bringUp({ dataDir: folder });
    const store = await openSqliteFile(draft);
    const done = await settle(store, input).finally(store.close);
    await flush(draft);
    const aside = await replace(dataDir, draft, input.now);
    return { ...done, migrations, ...(aside && { aside }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives `draft` the database's name; answers the former one's new name. */
async function replace(dataDir: string, draft: string, now: Date): Promise<string | undefined> {
  const file = sqliteFile(dataDir);
  if (!existsSync(file)) {
    await rename(draft, file);
    await flush(dataDir);
    return undefined;
  }
  const aside = `${file}.${stampOf(now)}`;
  const grip = await withWholeSqlite(file, async () => {
    for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) await rename(file + end, aside + end);
    await rename(draft, file);
    await flush(dataDir);
  });
  if (grip === 'inUse') {
    throw new BackupError(
      `The database in ${dataDir} is in use. Stop the console and its workers first, then try again.`,
    );
  }
  return aside;
}

async function restorePostgres(
  location: StoreLocation,
  databaseUrl: string,
  input: RestoreInput,
): Promise<Restored> {
  await readArchive(input.file);
  const store = await openStore(location);
  const aside = `before_${stampOf(input.now).replaceAll('-', '_')}`;
  try {
    const others = await otherConnections(store);
    if (others > 0) {
      throw new BackupError(
        `The database is in use: ${others} other connections. Stop every console and worker first, then try again.`,
      );
    }
    let result: Omit<Restored, 'aside'> | undefined;
    await withSchemaAside(store, aside, async () => {
      await restoreArchive(databaseUrl, input.file);
      const migrations = await bringUp(location);
      result = { ...(await settle(store, input)), migrations };
    });
    if (!result) throw new Error('A backup was restored and not checked.');
    return { ...result, aside: `schema ${aside}` };
  } finally {
    await store.close();
  }
}

/** Applies what this version adds to the backup's tables; answers how many migrations. */
async function bringUp(location: StoreLocation): Promise<number> {
  try {
    return (await migrate(location, () => undefined)).length;
  } catch (error) {
    if (error instanceof MigrationError) throw new BackupError(error.message, { cause: error });
    throw error;
  }
}

async function settle(
  store: Store,
  { now, despiteAudit }: RestoreInput,
): Promise<Omit<Restored, 'aside' | 'migrations'>> {
  const audit = await verifyAudit(store);
  if (!audit.ok && !despiteAudit) {
    throw new BackupError(
      `Entry ${audit.atSequence} of the backup's audit log is ${audit.fault}. Take another backup, or add --force.`,
    );
  }
  const entries = audit.ok ? audit.count : audit.atSequence - 1;
  const ended = await store.write(async (tx) => {
    const count = await endWhatWasOpen(tx, now);
    await appendAudit(tx, {
      at: now,
      actorName: 'command line',
      action: 'console.restored',
      subjectKind: 'console',
      details: { count: entries, ended: count, auditIntact: audit.ok },
    });
    return count;
  });
  return { entries, ended };
}

/** 20261126-110500, in UTC. */
const stampOf = (now: Date): string =>
  now.toISOString().replace(/\..*$/, '').replace(/[:-]/g, '').replace('T', '-');
