// When people were last here: the latest time that one of their sessions was used.
import { storageTrouble } from './storage-trouble';
import type { Store } from './store';

/** A session's time is written at most this often, so that reading pages hardly writes. */
const PRECISION_MS = 5 * 60_000;

/**
 * Notes that a session was used; `lastSeenAt` is what its row says. Never fails where the session has just ended, nor where the
 * store can't be written: people must still be able to read.
 */
export async function noteSeen(store: Store, sessionId: string, lastSeenAt: Date, now: Date): Promise<void> {
  if (now.getTime() - lastSeenAt.getTime() < PRECISION_MS) return;
  try {
    await store.client.session.updateMany({ where: { id: sessionId }, data: { updatedAt: now } });
  } catch (error) {
    if (!storageTrouble(error)) throw error;
  }
}

/** The last time each person with a session was seen, by user id. */
export async function lastSeen(store: Store): Promise<ReadonlyMap<string, Date>> {
  const rows = await store.client.session.groupBy({ by: ['userId'], _max: { updatedAt: true } });
  return new Map(rows.flatMap((row) => (row._max.updatedAt ? [[row.userId, row._max.updatedAt]] : [])));
}
