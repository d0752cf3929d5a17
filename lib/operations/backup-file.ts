// The file of a backup: which engine's it is, and how it comes under its name whole or not at all.
import { chmod, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BackupError } from '../data/backup-error';
import { ARCHIVE_MAGIC } from '../data/postgres-archive';
import { flush, SQLITE_MAGIC } from '../data/sqlite-files';
import type { Provider } from '../data/store';

/** Which engine's backup `file` is. Throws a BackupError where it is none, or can't be read. */
export async function engineOf(file: string): Promise<Provider> {
  const handle = await open(file, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw new BackupError(`${file} can't be read (${cause.code}).`, { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    const start = buffer.toString('latin1', 0, bytesRead);
    if (start === SQLITE_MAGIC) return 'sqlite';
    if (start.startsWith(ARCHIVE_MAGIC)) return 'postgresql';
  } finally {
    await handle.close();
  }
  throw new BackupError(`${file} is not a backup of Mailspan.`);
}

/**
 * Has `write` make a file in a private folder beside `target`, then gives it that name (0600), so that nobody ever finds half a
 * file. Throws a BackupError where `target` exists and is not to be replaced.
 */
export async function writeWhole(
  target: string,
  replace: boolean,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(resolve(target));
  if (!replace) await reserve(target);
  let written = false;
  try {
    const drafts = await mkdtemp(join(folder, '.mailspan-backup-')).catch((cause: NodeJS.ErrnoException) => {
      throw new BackupError(`${folder} can't be written (${cause.code}).`, { cause });
    });
    try {
      const draft = join(drafts, 'draft');
      await write(draft);
      await chmod(draft, 0o600);
      await flush(draft);
      await rename(draft, target);
      written = true;
      await flush(folder);
    } finally {
      await rm(drafts, { recursive: true, force: true });
    }
  } finally {
    if (!replace && !written) await rm(target, { force: true });
  }
}

/** Takes the name with an empty file, so that two backups at once never replace one another. */
async function reserve(target: string): Promise<void> {
  try {
    await (await open(target, 'wx', 0o600)).close();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new BackupError(`${target} exists. Choose another name, or add --force.`);
    throw new BackupError(`${target} can't be written (${code}).`, { cause });
  }
}
