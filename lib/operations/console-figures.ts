// What monitoring is told of the whole console. Nobody is named in it; who may ask is decided by the token at the door.
import { setTimeout as delay } from 'node:timers/promises';
import { connectorFigures, queueFigures } from '../data/figures';
import type { Store } from '../data/store';
import { log } from '../log';
import type { Figures } from '../observe/figures';

/** How long the database may take; Prometheus itself waits 10 s. */
const LIMIT_MS = 5_000;

/** Undefined where the database does not answer in time. */
export async function consoleFigures(
  open: () => Promise<Store>,
  now: Date,
  limitMs = LIMIT_MS,
): Promise<Figures | undefined> {
  const late = new AbortController();
  try {
    return await Promise.race([
      figuresOf(open, now),
      delay(limitMs, undefined, { signal: late.signal, ref: false }),
    ]);
  } catch (error) {
    log.warn({ err: error }, 'The figures for monitoring could not be read');
    return undefined;
  } finally {
    late.abort();
  }
}

async function figuresOf(open: () => Promise<Store>, now: Date): Promise<Figures> {
  const store = await open();
  const { oldestAt, ...queue } = await queueFigures(store, now);
  const waitedMs = oldestAt ? now.getTime() - oldestAt.getTime() : 0;
  return {
    ...queue,
    oldestDueSeconds: Math.max(0, waitedMs / 1000),
    connectors: await connectorFigures(store),
  };
}
