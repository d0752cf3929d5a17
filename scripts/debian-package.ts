// Programs that a test or a measurement needs and Debian has. Refuses to install unless root, and to remove anything.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the shell finds `name`; empty where it does not. */
export function inPath(name: string): string[] {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? [stdout.trim()] : [];
}

/**
 * Installs `name` where this machine can, and says whether it did. `answers` are for the package's questions, as
 * debconf-set-selections reads them.
 */
export function installFromDebian(name: string, answers = ''): boolean {
  if (process.getuid?.() !== 0 || inPath('apt-get').length === 0) return false;
  console.log(`Installing Debian's ${name}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', '--no-remove', name];
  try {
    if (answers !== '') execFileSync('debconf-set-selections', { input: answers, env });
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    execFileSync('apt-get', install, { stdio: 'inherit', env });
    return true;
  } catch {
    return false;
  }
}

const UNPACKED = resolve(import.meta.dirname, '../.cache/debian');

/**
 * The folder where `name` lies unpacked, beside the machine's own programs and without its scripts having run: for
 * programs that shut each other out. Needs no root where the machine knows Debian's lists. Undefined where it can't be had.
 */
export function unpackFromDebian(name: string): string | undefined {
  const folder = join(UNPACKED, name);
  if (existsSync(folder)) return folder;
  if (inPath('apt-get').length === 0 || inPath('dpkg').length === 0) return undefined;
  mkdirSync(UNPACKED, { recursive: true });
  const work = mkdtempSync(join(UNPACKED, '.new-'));
  try {
    if (!download(name, work)) return undefined;
    const file = readdirSync(work).find((one) => one.endsWith('.deb')) ?? '';
    execFileSync('dpkg', ['-x', join(work, file), join(work, 'files')]);
    // Nobody gets another's rights through a program that lies here.
    execFileSync('chmod', ['-R', 'u-s,g-s', join(work, 'files')]);
    // Two tests at once: the second finds the folder there, and that is as good.
    if (!existsSync(folder)) renameSync(join(work, 'files'), folder);
    return folder;
  } catch {
    return existsSync(folder) ? folder : undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(name: string, folder: string): boolean {
  const options = { cwd: folder, stdio: 'ignore' } as const;
  const get = (): boolean => spawnSync('apt-get', ['download', '-q', name], options).status === 0;
  if (get()) return true;
  return process.getuid?.() === 0 && spawnSync('apt-get', ['update', '-q'], options).status === 0 && get();
}
