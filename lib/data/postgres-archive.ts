// PostgreSQL's own pg_dump and pg_restore: they know the server better than we do. No password among their arguments,
// which every user of the machine can read.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BackupError } from './backup-error';

/** The first bytes of an archive of pg_dump's custom format. */
export const ARCHIVE_MAGIC = 'PGDMP';

/** All that is ours, and nothing of who owns it: it goes into a database of any other role. */
const OURS = ['--schema=public', '--no-owner', '--no-privileges'];

/** Writes what the transaction that exported `snapshot` sees to the new file `to`. */
export const dumpPostgres = (databaseUrl: string, snapshot: string, to: string): Promise<void> =>
  run('pg_dump', databaseUrl, ['--format=custom', ...OURS, `--snapshot=${snapshot}`, `--file=${to}`]);

/** Reads the whole of an archive, as restoring would, into nowhere. */
export const readArchive = (file: string): Promise<void> =>
  run('pg_restore', undefined, ['--file=/dev/null', file]);

/** Fills the empty schema `public`, all or nothing. */
export const restoreArchive = (databaseUrl: string, file: string): Promise<void> =>
  run('pg_restore', databaseUrl, [...OURS, '--exit-on-error', '--single-transaction', file]);

async function run(program: string, databaseUrl: string | undefined, args: readonly string[]): Promise<void> {
  const { address, password } = databaseUrl ? withoutPassword(databaseUrl) : {};
  const child = spawn(program, [...args, ...(address ? [`--dbname=${address}`] : []), '--no-password'], {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new BackupError(
      `${program} is not in PATH. It comes with PostgreSQL's client programs (Debian: postgresql-client) and must be as new as the server.`,
    );
  });
  if (code !== 0) throw new BackupError(said.trim() || `${program} ended with code ${code}.`);
}

function withoutPassword(databaseUrl: string): { address: string; password?: string } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return { address: url.href, ...(password && { password }) };
}
