// The processes behind one start: begun in groups of their own, and ended together.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const endWithParent = pathToFileURL(resolve(import.meta.dirname, 'end-with-parent.mjs')).href;

/** How long a child may take to end after SIGTERM, where it says nothing else. */
const GRACE_MS = 10_000;

/** The living children, and how long each may take to end. */
const alive = new Map<ChildProcess, number>();
let stopping = false;

export type ChildOptions = Readonly<{
  env?: Readonly<Record<string, string>>;
  /** Keeps what the child prints, for the case that it fails, rather than showing it. */
  quiet?: boolean;
  /** How long it may take to end after SIGTERM; then it is killed. 10 s. */
  graceMs?: number;
}>;

/**
 * Runs Node with `args` in the project's folder, with this process's environment and `env`. In a group of its own,
 * so that Ctrl+C reaches it once, through us, and what it starts ends with it.
 */
export function startChild(
  args: readonly string[],
  { env = {}, quiet = false, graceMs = GRACE_MS }: ChildOptions = {},
): ChildProcess {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: root,
    env: { ...process.env, ...env, MAILSPAN_PARENT: String(process.pid) },
    stdio: quiet ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  alive.set(child, graceMs);
  child.once('exit', () => alive.delete(child));
  return child;
}

/**
 * How a child ended: its exit code, or 128 and more where a signal ended it. Once all are being stopped nothing is
 * answered any more, so that nobody takes the end that was asked for as trouble.
 */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      if (!stopping) done(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Asks every child to end, waits, and kills those that stay. Answers when none is left. */
export async function stopChildren(): Promise<void> {
  stopping = true;
  await Promise.all([...alive].map(([child, graceMs]) => stop(child, graceMs)));
}

async function stop(child: ChildProcess, graceMs: number): Promise<void> {
  const gone = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await gone;
  clearTimeout(killer);
}

/** Ctrl+C, SIGTERM or a closed terminal ends all children once, however often it is said, then this process. */
export function endWithChildren(exitCode: number): void {
  const end = async () => {
    if (stopping) return;
    await stopChildren();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // Gone between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
