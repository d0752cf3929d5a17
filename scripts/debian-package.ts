// Programs that a test or a measurement needs and Debian has. Refuses to install unless root, and to remove anything.
import { execFileSync, spawnSync } from 'node:child_process';

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
