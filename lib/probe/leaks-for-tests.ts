// Says what a piece of work left open: its own timers and connections, whatever else the process does meanwhile.
import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';

const WATCHED: ReadonlySet<string> = new Set(['Timeout', 'TCPWRAP', 'TCPCONNECTWRAP', 'UDPWRAP']);
/** A closed handle is gone a turn of the event loop or two later. */
const TURNS = 20;

const work = new AsyncLocalStorage<Map<number, string>>();

createHook({
  init(id, kind) {
    if (WATCHED.has(kind)) work.getStore()?.set(id, kind);
  },
  destroy(id) {
    for (const open of opened) open.delete(id);
  },
}).enable();

const opened = new Set<Map<number, string>>();

/** Does `task`, and answers with the kinds of what it began and did not end (`Timeout`, `TCPWRAP`, …). */
export async function watchLeaks<T>(
  task: () => Promise<T>,
): Promise<Readonly<{ value: T; leaks: string[] }>> {
  const open = new Map<number, string>();
  opened.add(open);
  try {
    const value = await work.run(open, task);
    for (let left = TURNS; left > 0 && open.size > 0; left -= 1) await turn();
    return { value, leaks: [...open.values()] };
  } finally {
    opened.delete(open);
  }
}
