// Counts attempts in the database, so that neither a restart nor a second replica forgets them.
// An attempt is counted before it is made: parallel ones can't slip through together.
import { createHash, randomUUID } from 'node:crypto';
import type { Store, Tx } from './store';

/** At most `max` attempts on `key` in each window of `windowMs`, which begins with the first one. */
export type AttemptLimit = Readonly<{ key: string; max: number; windowMs: number }>;

/** Undefined where the attempt is within every limit; else the seconds to wait. A refused attempt counts nowhere else. */
export async function countAttempt(
  store: Store,
  limits: readonly AttemptLimit[],
  now: Date,
): Promise<number | undefined> {
  return store.write(async (tx) => {
    const waits: number[] = [];
    for (const limit of limits) waits.push(await waitOf(tx, limit, now));
    const longest = Math.max(0, ...waits);
    if (longest > 0) return Math.ceil(longest / 1_000);
    for (const limit of limits) await count(tx, limit, now);
    return undefined;
  });
}

/** Forgets the attempts on `key`: the last one succeeded. */
export async function forgetAttempts(store: Store, key: string): Promise<void> {
  await store.client.rateLimit.deleteMany({ where: { key: stored(key) } });
}

/** Removes the counters whose window began before `before`. Answers how many. */
export async function forgetOldAttempts(store: Store, before: Date): Promise<number> {
  const { count } = await store.client.rateLimit.deleteMany({
    where: { lastRequest: { lt: before.getTime() } },
  });
  return count;
}

async function waitOf(tx: Tx, { key, max, windowMs }: AttemptLimit, now: Date): Promise<number> {
  const row = await tx.rateLimit.findUnique({ where: { key: stored(key) } });
  if (!row || row.count < max) return 0;
  return Number(row.lastRequest) + windowMs - now.getTime();
}

async function count(tx: Tx, { key, windowMs }: AttemptLimit, now: Date): Promise<void> {
  const at = now.getTime();
  const { count: running } = await tx.rateLimit.updateMany({
    where: { key: stored(key), lastRequest: { gt: at - windowMs } },
    data: { count: { increment: 1 } },
  });
  if (running > 0) return;
  await tx.rateLimit.deleteMany({ where: { key: stored(key) } });
  await tx.rateLimit.create({ data: { id: randomUUID(), key: stored(key), count: 1, lastRequest: at } });
}

/** Keys hold what people typed: hashed, they have one length and tell nothing. */
const stored = (key: string): string => createHash('sha256').update(key).digest('hex');
