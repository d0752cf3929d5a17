// What must hold before anything is started; each failure names the one variable to change.
import { existsSync, statSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { SettingError, type Settings } from '../lib/settings';

/** Makes the data folder where there is none. Throws a SettingError where it can't be used. */
export async function checkDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = codeOf(error);
    const reason =
      code === 'EEXIST' || code === 'ENOTDIR' ? `${dataDir} is not a folder` : `${dataDir} can't be written`;
    throw new SettingError('DATA_DIR', `${reason} (${code})`);
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
