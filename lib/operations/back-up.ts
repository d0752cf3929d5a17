// A backup: all that the database holds at one moment, in one file, checked before it counts. Works while the console runs.
// Leaves the secret of the data folder out: with it and the file, anybody could sign in as everybody.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type AuditVerdict, findAudit, verifyAudit } from '../data/audit';
import { BackupError } from '../data/backup-error';
import { dumpPostgres, readArchive } from '../data/postgres-archive';
import { atOneMoment } from '../data/postgres-schema';
import { copySqlite, sqliteFaults } from '../data/sqlite-files';
import { openSqliteFile, openStore, type Store, type StoreLocation, sqliteFile } from '../data/store';
import { writeWhole } from './backup-file';

/** `audit`: whether the log in the file is whole, and the newest entry's hash. The file is kept even where it is not. */
export type BackUp = Readonly<{ bytes: number; audit: AuditVerdict; newestHash?: string }>;

/**
 * Writes the backup to `target` (0600), which must not exist unless `replace`. Everything acknowledged before the call is in it.
 * For whoever has a shell on the server: only `cli/` may call it. Throws a BackupError.
 */
export async function backUpFromShell(
  location: StoreLocation,
  { target, replace }: Readonly<{ target: string; replace: boolean }>,
): Promise<BackUp> {
  let checked: Checked | undefined;
  await writeWhole(target, replace, async (draft) => {
    checked = await (location.databaseUrl
      ? copyOfPostgres(location, location.databaseUrl, draft)
      : copyOfSqlite(location, draft));
  });
  if (!checked) throw new Error('A backup was written and not checked.');
  return { bytes: (await stat(target)).size, ...checked };
}

type Checked = Omit<BackUp, 'bytes'>;

async function copyOfSqlite({ dataDir }: StoreLocation, draft: string): Promise<Checked> {
  const file = sqliteFile(dataDir);
  if (!existsSync(file))
    throw new BackupError(`There is no database in ${dataDir}. Is DATA_DIR the console's?`);
  await copySqlite(file, draft);
  const faults = await sqliteFaults(draft);
  if (faults.length > 0) throw new BackupError(`The database is damaged:\n${faults.join('\n')}`);
  const copy = await openSqliteFile(draft);
  try {
    return await checkAudit(copy);
  } finally {
    await copy.close();
  }
}

async function copyOfPostgres(location: StoreLocation, databaseUrl: string, draft: string): Promise<Checked> {
  const store = await openStore(location);
  try {
    // What is verified is what the dump holds, though people go on working.
    return await atOneMoment(store, async (then, snapshot) => {
      await dumpPostgres(databaseUrl, snapshot, draft);
      await readArchive(draft);
      return checkAudit(then);
    });
  } finally {
    await store.close();
  }
}

async function checkAudit(store: Store): Promise<Checked> {
  const audit = await verifyAudit(store);
  const newest = audit.ok ? await findAudit(store, audit.count) : undefined;
  return { audit, ...(newest && { newestHash: newest.hash }) };
}
