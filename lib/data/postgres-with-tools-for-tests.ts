// A real PostgreSQL of the same version as the pg_dump in PATH: the packages of npm bring a server without its tools.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../e2e/support/free-port';

const run = promisify(execFile);

/** Debian's folder of the server's programs, for the pg_dump in PATH; undefined where one of the two is missing. */
export async function serverBesideTools(): Promise<string | undefined> {
  const { stdout } = await run('pg_dump', ['--version']).catch(() => ({ stdout: '' }));
  const folder = `/usr/lib/postgresql/${/ (\d+)\./.exec(stdout)?.[1]}/bin`;
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

/** Starts an empty server with the programs in `bin`; as root it runs as the user `postgres`. */
export async function startServer(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chmod(dataDir, 0o700);
    await chown(dataDir, Number(stdout), (await stat(dataDir)).gid);
  }
  const asServer = (program: string, args: readonly string[]) => {
    const path = join(bin, program);
    // Not its output: the server inherits it, and would be waited for.
    return asRoot
      ? run('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: '/' })
      : run(path, [...args], { cwd: '/' });
  };
  await asServer('initdb', ['-D', dataDir, '--auth=trust', '--username=postgres', '--no-sync', '-E', 'UTF8']);
  const port = await freePort('127.0.0.1');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
  await asServer('pg_ctl', ['-D', dataDir, '-w', '-l', join(dataDir, 'log'), '-o', options, 'start']);
  const url = new URL(`postgresql://postgres@127.0.0.1:${port}/postgres`);
  // Nobody asks for it here; it must get by the tools all the same.
  url.password = 'not asked';
  return {
    url: url.href,
    stop: async () => {
      await asServer('pg_ctl', ['-D', dataDir, '-m', 'immediate', 'stop']);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
