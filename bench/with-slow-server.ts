// Has work done beside a server in a process of its own.
import { once } from 'node:events';
import { startChild } from '../scripts/children';
import type { SlowServer } from './slow-server';

/** Starts one that takes `waitMs` before each reply, and ends it behind `work`. */
export async function withSlowServer<T>(
  waitMs: number,
  work: (server: SlowServer) => Promise<T>,
): Promise<T> {
  const child = startChild(['--import', 'tsx', 'bench/slow-server.ts', String(waitMs)]);
  try {
    const [server]: [SlowServer] = (await once(child, 'message')) as [SlowServer];
    return await work(server);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}
