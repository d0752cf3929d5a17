// The files that the project consists of, as git keeps them.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** Paths from `root`, those without what was removed and is not committed yet. Throws outside of a clone. */
export async function keptFiles(root: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 2 ** 24 });
  return stdout.split('\0').filter((file) => file !== '' && existsSync(resolve(root, file)));
}
