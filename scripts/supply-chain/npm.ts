// Runs npm in the project's folder and keeps what it prints. Whether its exit code is a failure is the caller's word.
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT_MAX = 64 * 1_024 * 1_024;

export type NpmAnswer = Readonly<{ code: number; stdout: string; stderr: string }>;

export function npm(args: readonly string[]): Promise<NpmAnswer> {
  return new Promise((done) => {
    const isWindows = process.platform === 'win32';
    const options = { cwd: ROOT, maxBuffer: OUTPUT_MAX, shell: isWindows };
    execFile('npm', [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      done({ code, stdout, stderr: stderr || (error?.message ?? '') });
    });
  });
}
