// The queue's side of validation runs: one worker takes a run with a lease, reports while it holds it, and ends it.
// Refuses the reports of a worker that has lost its lease to another.
import { type EarlierWork, earlierWork, NO_EARLIER_WORK } from '../mailflow/earlier-work';
import type { ValidationOutcome } from '../mailflow/health';
import type { ValidationEvent } from '../mailflow/observation';
import type { Prisma } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';
import { toRun, type ValidationRun } from './validation-runs';

/** How many runs one look at the queue considers; other workers may be faster at some of them. */
const CANDIDATES = 8;

/** Who asks for a run or for more time, and until how long after `now` it is theirs. */
export type Claim = Readonly<{ owner: string; now: Date; leaseMs: number }>;

/**
 * Takes the run that has waited longest, for `leaseMs`; undefined where none waits. No run goes to two workers.
 * A running one whose lease is over is taken from its worker, and what that one had reported is removed but for what it
 * had done to others (`earlier`).
 * `owner` names one worker's life: a worker is never given its own expired run, which it may still be working on.
 */
export async function claimRun(
  store: Store,
  { owner, now, leaseMs }: Claim,
): Promise<ValidationRun | undefined> {
  const claimable: Prisma.ValidationRunWhereInput = {
    OR: [{ state: 'queued' }, { state: 'running', leaseUntil: { lt: now }, NOT: { leaseOwner: owner } }],
  };
  for (;;) {
    const candidates = await store.client.validationRun.findMany({
      where: claimable,
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      take: CANDIDATES,
      select: { id: true },
    });
    if (candidates.length === 0) return undefined;
    for (const { id } of candidates) {
      const run = await store.writeRow((tx) => take(tx, id, claimable, { owner, now, leaseMs }));
      if (run) return run;
    }
  }
}

async function take(
  tx: Tx,
  id: string,
  claimable: Prisma.ValidationRunWhereInput,
  { owner, now, leaseMs }: Claim,
): Promise<ValidationRun | undefined> {
  const { count } = await tx.validationRun.updateMany({
    where: { ...claimable, id },
    data: {
      state: 'running',
      leaseOwner: owner,
      leaseUntil: new Date(now.getTime() + leaseMs),
      startedAt: now,
      attempt: { increment: 1 },
    },
  });
  if (count === 0) return undefined;
  const run = toRun(await tx.validationRun.findUniqueOrThrow({ where: { id } }));
  return run.attempt > 1 ? { ...run, earlier: await keepEarlierWork(tx, run) } : run;
}

async function keepEarlierWork(
  tx: Tx,
  { id, earlier = NO_EARLIER_WORK }: ValidationRun,
): Promise<EarlierWork> {
  const rows = await tx.validationEvent.findMany({ where: { runId: id }, orderBy: { sequence: 'asc' } });
  const work = earlierWork(
    earlier,
    rows.map(({ event }) => fromJson<ValidationEvent>(event)),
  );
  await tx.validationRun.update({ where: { id }, data: { earlier: toJson(work) } });
  await tx.validationEvent.deleteMany({ where: { runId: id } });
  return work;
}

const heldBy = (runId: string, owner: string) => ({ id: runId, state: 'running', leaseOwner: owner });

/** `lost`: another worker has the run, or it has ended; stop and report nothing more. */
export type LeaseAnswer = 'held' | 'cancelRequested' | 'lost';

/** Holds the run until `leaseMs` from `now`, and says whether somebody asked for its end. */
export async function extendLease(
  store: Store,
  runId: string,
  { owner, now, leaseMs }: Claim,
): Promise<LeaseAnswer> {
  const [row] = await store.client.validationRun.updateManyAndReturn({
    where: heldBy(runId, owner),
    data: { leaseUntil: new Date(now.getTime() + leaseMs) },
    select: { cancelRequestedAt: true },
  });
  if (!row) return 'lost';
  return row.cancelRequestedAt ? 'cancelRequested' : 'held';
}

/** Adds `events` as `firstSequence` and those behind it; false, and nothing added, where the lease is lost. */
export async function appendEvents(
  store: Store,
  runId: string,
  owner: string,
  firstSequence: number,
  events: readonly ValidationEvent[],
): Promise<boolean> {
  return store.writeRow(async (tx) => {
    // Writes what is already so: that locks the row, and no other worker takes the run before the events are in.
    const { count } = await tx.validationRun.updateMany({
      where: heldBy(runId, owner),
      data: { leaseOwner: owner },
    });
    if (count === 0) return false;
    await tx.validationEvent.createMany({
      data: events.map((event, index) => ({ runId, sequence: firstSequence + index, event: toJson(event) })),
    });
    return true;
  });
}

/** How a run ended: what was judged, and the facts beside the events that another judgement would need. */
export type RunResult = Readonly<{
  outcome: ValidationOutcome;
  verdict: object;
  facts: object;
  now: Date;
}>;

/** Ends the run with its result; false where the lease is lost. Takes part in the transaction it is given. */
export async function finishRun(
  store: Store | Tx,
  runId: string,
  owner: string,
  { outcome, verdict, facts, now }: RunResult,
): Promise<boolean> {
  const { count } = await clientOf(store).validationRun.updateMany({
    where: heldBy(runId, owner),
    data: {
      ...ENDED,
      state: 'finished',
      finishedAt: now,
      outcome,
      verdict: toJson(verdict),
      facts: toJson(facts),
    },
  });
  return count === 1;
}

/** Ends a run whose worker stopped because somebody asked for it; false where the lease is lost. */
export async function finishCancelledRun(
  store: Store | Tx,
  runId: string,
  owner: string,
  now: Date,
): Promise<boolean> {
  const { count } = await clientOf(store).validationRun.updateMany({
    where: heldBy(runId, owner),
    data: { ...ENDED, state: 'cancelled', finishedAt: now },
  });
  return count === 1;
}

/** Gives all runs of a worker that goes away back to the queue; answers how many. */
export async function releaseRuns(store: Store, owner: string): Promise<number> {
  const { count } = await store.client.validationRun.updateMany({
    where: { state: 'running', leaseOwner: owner },
    data: { ...ENDED, state: 'queued', startedAt: null },
  });
  return count;
}

const ENDED = { leaseOwner: null, leaseUntil: null };
