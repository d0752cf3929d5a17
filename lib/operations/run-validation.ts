// One validation from claim to verdict: probes while it holds the lease, keeps the facts, judges them, ends the run.
import { randomUUID } from 'node:crypto';
import { setInterval } from 'node:timers';
import type { Store } from '../data/store';
import { extendLease } from '../data/validation-queue';
import type { ValidationRun } from '../data/validation-runs';
import { log } from '../log';
import type { ValidationOutcome } from '../mailflow/health';
import { judge, judgeInternalFault } from '../mailflow/judge';
import type { Observation } from '../mailflow/observation';
import { inScope } from '../observe/scope';
import { inSpan, noteOnSpan } from '../observe/spans';
import { createResolver } from '../probe/dns-resolver';
import { probe } from '../probe/probe';
import type { ProbePlan } from '../probe/probe-plan';
import type { Connect } from '../probe/wire';
import type { Settings } from '../settings';
import { type End, finishCancelledValidation, finishValidation } from './end-validation';
import { openJournal } from './event-journal';
import { ownServices } from './own-services';
import { targetGate } from './target-gate';
import { toProbePlan } from './to-probe-plan';

export type Worker = Readonly<{
  store: Store;
  settings: Settings;
  now: () => Date;
  owner: string;
  leaseMs: number;
  /** PEM roots to trust instead of Node's own. */
  ca?: readonly string[];
  /** Opens sockets instead of Node. */
  connect?: Connect;
}>;

/** How often a worker says that it still holds a run, and asks whether somebody wants it to end. */
const HEARTBEAT_MS = 500;

/** A run that so many workers began and none ended is ended, lest it takes down one after the other. */
const ATTEMPTS_MAX = 5;

type Stop = 'shutdown' | 'lost' | 'cancelled' | 'failed';

/** A verdict's word; or `cancelled`, `handedOn` as this worker stops, `lost` to another worker. */
export type RunOutcome = ValidationOutcome | 'cancelled' | 'handedOn' | 'lost';

/**
 * Validates `run`, which `owner` has claimed. Where `signal` aborts or the lease is lost, the run is left as it is.
 * A fault of our own ends it as inconclusive. Answers how it ended. Throws only where the store can't be written.
 */
export const runValidation = (worker: Worker, run: ValidationRun, signal: AbortSignal): Promise<RunOutcome> =>
  inScope({ runId: run.id }, () =>
    inSpan('validation', { 'mailspan.run.id': run.id, 'mailspan.attempt': run.attempt }, async (span) => {
      const outcome = await validate(worker, run, signal);
      span.setAttribute('mailspan.outcome', outcome);
      log.info({ outcome, attempt: run.attempt }, 'validation');
      return outcome;
    }),
  );

async function validate(worker: Worker, run: ValidationRun, signal: AbortSignal): Promise<RunOutcome> {
  const { store, owner, now, leaseMs } = worker;
  const stopping = new AbortController();
  let stopped: Stop | undefined;
  const stop = (reason: Stop): void => {
    stopped ??= reason;
    stopping.abort();
  };
  const onShutdown = (): void => stop('shutdown');
  signal.addEventListener('abort', onShutdown, { once: true });
  if (signal.aborted) stop('shutdown');
  const beat = async (): Promise<void> => {
    const answer = await extendLease(store, run.id, { owner, now: now(), leaseMs });
    if (answer !== 'held') stop(answer === 'lost' ? 'lost' : 'cancelled');
  };
  const heart = setInterval(
    // A store that fails once is asked again; the lease decides in the end.
    () =>
      beat().catch((error: unknown) => log.warn({ err: error, runId: run.id }, 'A lease was not extended')),
    Math.min(HEARTBEAT_MS, leaseMs / 3),
  );
  try {
    const end = await measure(worker, run, stopping.signal, stop);
    if (stopped === 'shutdown') return 'handedOn';
    if (stopped === 'lost') return 'lost';
    if (stopped === 'cancelled') {
      await finishCancelledValidation(worker, run, end.observations);
      return 'cancelled';
    }
    await finishValidation(worker, run, end);
    return end.verdict.outcome;
  } finally {
    clearInterval(heart);
    signal.removeEventListener('abort', onShutdown);
  }
}

async function measure(
  worker: Worker,
  run: ValidationRun,
  signal: AbortSignal,
  stop: (reason: Stop) => void,
): Promise<End> {
  const { store, owner, settings, now, ca, connect } = worker;
  const observations: Observation[] = [];
  const journal = openJournal(store, run.id, owner, stop);
  try {
    if (run.attempt > ATTEMPTS_MAX)
      throw new Error(`None of ${ATTEMPTS_MAX} workers could end this validation`);
    const deps = {
      resolver: createResolver(settings.probe.dnsServers),
      now: () => performance.now(),
      signal,
      mayConnect: targetGate(worker, { runId: run.id, attempt: run.attempt }),
      ...(ca && { ca }),
      ...(connect && { connect }),
    };
    const { earlier } = run;
    const plan: ProbePlan = {
      // The same id for each attempt: where a killed one had sent it after all, servers recognize the second copy.
      ...toProbePlan(run.id, run.plan, settings.probe, now),
      ...(earlier && { sentEarlier: earlier.sent }),
      ownServices: await ownServices(settings),
    };
    await probe(plan, deps, (event) => {
      if (event.kind === 'stageEnded') {
        observations.push(event);
        noteOnSpan(event.stage, { ms: event.durationMs, ok: event.failure === undefined });
      }
      journal.append(event);
    });
    await journal.drained();
    return { verdict: judge(observations, run.plan, now()), observations };
  } catch (error) {
    const errorId = randomUUID();
    log.error({ err: error, errorId, runId: run.id }, 'A validation failed inside the console');
    return { verdict: judgeInternalFault(run.plan), observations, errorId };
  }
}
