// What the console may still ask of one address or one network. Kept in the database, so that all workers on all machines
// share it. Refuses at once; waiting is the caller's.
import type { ProbeTarget } from './generated/sqlite/client';
import type { Store, Tx } from './store';

/** At most `burst` connections at once, of which one comes back every 60,000 / `perMinute` milliseconds. */
export type TargetBudget = Readonly<{ target: string; burst: number; perMinute: number }>;

/** Who wants to connect: `attempt` tells apart the workers that took up the same run. */
export type TargetHolder = Readonly<{ runId: string; attempt: number }>;

export type TargetClaim = Readonly<{
  /** One connection at a time is open to it. */
  address: TargetBudget;
  network: TargetBudget;
  holder: TargetHolder;
  now: Date;
  /** When the connection is over at the latest, for the case that its worker can't say so. */
  holdMs: number;
}>;

/** `used`: a budget is. `busy`: another connection is open, until `retryAt` at the latest. */
export type TargetAnswer =
  | Readonly<{ ok: true }>
  | Readonly<{ ok: false; why: 'used' | 'busy'; retryAt: Date }>;

/**
 * Takes one connection out of both budgets and holds the address, or nothing at all. What another attempt of the same
 * run holds is free: its worker has lost the run.
 */
export async function claimTarget(store: Store, claim: TargetClaim): Promise<TargetAnswer> {
  const { address, network, holder, now, holdMs } = claim;
  const seen = await store.client.probeTarget.findUnique({ where: { target: address.target } });
  // Most of those who wait are told so without a lock.
  const early = seen ? (busy(seen, claim) ?? used(seen, address, now)) : undefined;
  if (early) return early;
  return store.writeRow(async (tx): Promise<TargetAnswer> => {
    const own = await locked(tx, address.target, now);
    const around = await locked(tx, network.target, now);
    const refusal = busy(own, claim) ?? used(own, address, now) ?? used(around, network, now);
    if (refusal) return refusal;
    await tx.probeTarget.update({
      where: { target: address.target },
      data: {
        fullAt: nextFullAt(own, address, now),
        heldBy: nameOf(holder),
        heldUntil: new Date(now.getTime() + holdMs),
      },
    });
    await tx.probeTarget.update({
      where: { target: network.target },
      data: { fullAt: nextFullAt(around, network, now) },
    });
    return { ok: true };
  });
}

/** The connection is closed. Does nothing where somebody else holds the address by now. */
export async function releaseTarget(store: Store, target: string, holder: TargetHolder): Promise<void> {
  await store.client.probeTarget.updateMany({
    where: { target, heldBy: nameOf(holder) },
    data: { heldBy: null, heldUntil: null },
  });
}

/** Removes the targets whose budget has been whole since `before`, with no connection open. Answers how many. */
export async function forgetOldTargets(store: Store, before: Date): Promise<number> {
  const { count } = await store.client.probeTarget.deleteMany({
    where: { fullAt: { lt: before }, OR: [{ heldUntil: null }, { heldUntil: { lt: before } }] },
  });
  return count;
}

/** The row, made where there is none, and locked by being written as it is. */
function locked(tx: Tx, target: string, now: Date): Promise<ProbeTarget> {
  return tx.probeTarget.upsert({ where: { target }, create: { target, fullAt: now }, update: { target } });
}

function busy({ heldBy, heldUntil }: ProbeTarget, { holder, now }: TargetClaim): TargetAnswer | undefined {
  if (!heldBy || !heldUntil || heldUntil <= now) return undefined;
  const isLostAttempt = heldBy.startsWith(`${holder.runId}#`) && heldBy !== nameOf(holder);
  return isLostAttempt ? undefined : { ok: false, why: 'busy', retryAt: heldUntil };
}

function used(row: ProbeTarget, budget: TargetBudget, now: Date): TargetAnswer | undefined {
  const { burst, perMinute } = budget;
  const retryAt = new Date(nextFullAt(row, budget, now).getTime() - (burst * MINUTE_MS) / perMinute);
  return retryAt > now ? { ok: false, why: 'used', retryAt } : undefined;
}

const MINUTE_MS = 60_000;

/** One number is the whole bucket: the time at which nothing of it will be used any more (the GCRA of ATM networks). */
function nextFullAt({ fullAt }: ProbeTarget, { perMinute }: TargetBudget, now: Date): Date {
  return new Date(Math.max(fullAt.getTime(), now.getTime()) + MINUTE_MS / perMinute);
}

const nameOf = ({ runId, attempt }: TargetHolder): string => `${runId}#${attempt}`;
