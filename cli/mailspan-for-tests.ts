// Runs the real `mailspan` command in a process of its own, as a shell does.
import { execFile } from 'node:child_process';

export type Ended = Readonly<{ code: number | string; stdout: string; stderr: string }>;

/** Runs it with `args` to its end; `env` adds to the environment, and takes away what is undefined. */
export const runMailspan = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ended> =>
  new Promise((resolve) => {
    const command = ['--import', 'tsx', 'cli/main.ts', ...args];
    const options = { env: { ...process.env, ...env } };
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
