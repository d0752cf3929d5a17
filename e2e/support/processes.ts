// Which processes another one has started, and their end without a warning: what a crash is made of.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type ChildOf = Readonly<{ pid: number; args: string }>;

/** The living children of `pid`, as `ps` tells them. */
export async function childrenOf(pid: number): Promise<ChildOf[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, own, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid ? [{ pid: Number(own), args }] : [];
  });
}

/** SIGKILL; does nothing to one that is gone. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
