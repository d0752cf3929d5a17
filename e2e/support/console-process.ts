// The production console as a process: `npm start` in an environment of the caller's, and what it prints.
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export type ConsoleProcess = Readonly<{
  child: ChildProcess;
  /** What server and worker have printed so far. */
  printed: () => string;
  /** Answers once the console does; fails where it ends before. */
  ready: Promise<void>;
}>;

/** Starts it; `env` adds to this process's environment. It ends with this process. */
export function startConsoleProcess(env: Readonly<Record<string, string>>): ConsoleProcess {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/end-with-parent.mjs', 'scripts/start.mjs', 'start'],
    {
      cwd: root,
      env: { ...process.env, ...env, MAILSPAN_PARENT: String(process.pid) },
      // The channel ends the console where this process is killed.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let text = '';
  const ready = new Promise<void>((done, fail) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      if (/Mailspan is ready/.test(text)) done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => fail(new Error(`The console ended with code ${code}:\n${text}`)));
  });
  return { child, printed: () => text, ready };
}
