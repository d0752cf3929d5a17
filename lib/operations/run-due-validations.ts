// The worker's loop: takes the validations that wait, as many at once as it may, until it is told to stop.
// One run that goes wrong never ends the loop. What a stopped worker has begun it ends in its grace, or hands back.
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../data/store';
import { claimRun, releaseRuns } from '../data/validation-queue';
import type { ValidationRun } from '../data/validation-runs';
import { log } from '../log';
import type { Connect } from '../probe/wire';
import type { Settings } from '../settings';
import { forgetOld } from './forget-old';
import { type RunOutcome, runValidation, type Worker } from './run-validation';

/** How often a worker tidies up. */
const TIDY_MS = 3_600_000;
/** How long to wait for a database that does not answer. */
const STORE_TROUBLE_MS = 1_000;

/** Who is told what the worker does. */
export type WorkerWatch = Readonly<{
  /** The queue has answered. */
  looked: (at: Date) => void;
  queueFailed: () => void;
  runBegan: () => void;
  /** `unstored` where its end could not be stored. */
  runEnded: (outcome: RunOutcome | 'unstored', ms: number) => void;
}>;

export type WorkerOptions = Readonly<{
  store: Store;
  settings: Settings;
  now: () => Date;
  /** Its abort ends the loop: running validations have the settings' grace to end, then they go back to the queue. */
  signal: AbortSignal;
  /** Names this worker's life: no two have the same, not even one after the other. */
  owner: string;
  /** Validations at once. */
  concurrency: number;
  leaseMs?: number;
  /** PEM roots to trust instead of Node's own. */
  ca?: readonly string[];
  /** Opens sockets instead of Node. */
  connect?: Connect;
  watch?: WorkerWatch;
}>;

/** Runs due validations until `signal` aborts; all sockets are closed at its end. Throws only where that can't be stored. */
export async function runDueValidations(options: WorkerOptions): Promise<void> {
  const { store, settings, now, signal, owner, concurrency } = options;
  const { leaseMs = settings.worker.leaseMs } = options;
  const { ca, connect, watch } = options;
  const given = { ...(ca && { ca }), ...(connect && { connect }) };
  const worker: Worker = { store, settings, now, owner, leaseMs, ...given };
  const open = new Set<Promise<void>>();
  // Every validation listens for the end: as many as may run at once are no leak.
  const graceOver = new AbortController();
  setMaxListeners(concurrency + 10, signal, graceOver.signal);
  let mustRelease = false;
  let tidyAt = 0;
  const begin = (run: ValidationRun): void => {
    const beganAt = now().getTime();
    watch?.runBegan();
    const work = runValidation(worker, run, graceOver.signal)
      .catch((error: unknown) => {
        log.error({ err: error, runId: run.id }, 'The end of a validation could not be stored');
        mustRelease = true;
        return 'unstored' as const;
      })
      .then((outcome) => watch?.runEnded(outcome, now().getTime() - beganAt))
      .finally(() => open.delete(work));
    open.add(work);
  };
  while (!signal.aborted) {
    if (open.size >= concurrency) {
      await Promise.race(open);
      continue;
    }
    try {
      // This worker is never given its own expired runs, so one that it could not end must be handed back.
      if (mustRelease && open.size === 0) {
        await releaseRuns(store, owner);
        mustRelease = false;
      }
      if (now().getTime() >= tidyAt) {
        // Whatever becomes of it: validations must not wait for it.
        tidyAt = now().getTime() + TIDY_MS;
        await forgetOld(store, now());
      }
      const run = await claimRun(store, { owner, now: now(), leaseMs });
      watch?.looked(now());
      if (run) begin(run);
      else await pause(settings.worker.pollMs, signal);
    } catch (error) {
      log.error({ err: error, owner }, 'The queue could not be read');
      watch?.queueFailed();
      await pause(STORE_TROUBLE_MS, signal);
    }
  }
  await Promise.race([Promise.all(open), pause(settings.shutdownGraceMs, graceOver.signal)]);
  graceOver.abort();
  await Promise.all(open);
  await releaseRuns(store, owner);
}

/** Waits, but not beyond the abort. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);
