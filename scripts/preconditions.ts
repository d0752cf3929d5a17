// What must hold before anything is started; each failure names the one variable to change.
import { existsSync, statSync } from 'node:fs';
import { access, constants, mkdir, open, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { sqliteFile } from '../lib/data/store';
import { SettingError, type Settings } from '../lib/settings';

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'is not a folder',
  ENOTDIR: 'is not a folder',
  ENOSPC: 'has no room left',
  EDQUOT: 'has no room left',
  EROFS: 'is read-only',
};

/** Makes the data folder where there is none. Throws a SettingError where it, or the database in it, can't be written. */
export async function checkDataDir({ dataDir, databaseUrl }: Settings): Promise<void> {
  await checkFolder(dataDir);
  if (!databaseUrl) await checkSqliteFiles(dataDir);
}

async function checkFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    await tryWriting(dataDir);
  } catch (error) {
    const code = codeOf(error);
    const reason = REASONS[code] ?? "can't be written";
    throw new SettingError('DATA_DIR', `${dataDir} ${reason} (${code})`);
  }
}

/** Rights are one thing: a disk that is full or broken is found by writing alone. */
async function tryWriting(dataDir: string): Promise<void> {
  const file = join(dataDir, `.writable-${process.pid}`);
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      await handle.writeFile('x');
    } finally {
      await handle.close();
    }
  } finally {
    await rm(file, { force: true });
  }
}

/** A command that was run as root leaves files that the console's own user may only read. */
async function checkSqliteFiles(dataDir: string): Promise<void> {
  const database = sqliteFile(dataDir);
  for (const file of [database, `${database}-wal`, `${database}-shm`]) {
    const code = await open(file, 'r+').then((handle) => handle.close(), codeOf);
    if (code && code !== 'ENOENT') throw new SettingError('DATA_DIR', `${file} can't be written (${code})`);
  }
}

/** As `mkdir -p`, which Node's `recursive` is not: under /proc it never ends. */
async function makeFolder(path: string): Promise<void> {
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) await makeFolder(parent);
  if (existsSync(path) && statSync(path).isDirectory()) return;
  await mkdir(path, { mode: 0o700 });
}

/** Throws a SettingError where the port can't be listened on. */
export async function checkPort({ port, hostname }: Settings): Promise<void> {
  const code = await new Promise<string | undefined>((done) => {
    const server = createServer();
    server.once('error', (error) => done(codeOf(error)));
    server.listen({ port, host: hostname, exclusive: true }, () => server.close(() => done(undefined)));
  });
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new SettingError(
      'PORT',
      `${port} is already in use on ${hostname}; set another, as in PORT=3001 npm start`,
    );
  }
  if (code === 'EACCES') throw new SettingError('PORT', `${port} needs more rights than this user has`);
  throw new SettingError('HOSTNAME', `can't listen on ${hostname} (${code})`);
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
