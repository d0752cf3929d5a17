// A validation run as its screen shows it: plain JSON, folded and judged from what was stored.

import type { Store } from '../data/store';
import { eventsAfter, type RunState, type ValidationRun } from '../data/validation-runs';
import type { ValidationOutcome } from '../mailflow/health';
import type { ValidationEvent } from '../mailflow/observation';
import { readVerdict } from '../mailflow/rejudgement';
import { formatSmartHost } from '../mailflow/smart-host';
import type { TlsPolicy } from '../mailflow/tls-policy';
import { type ValidationProgress, validationProgress } from '../mailflow/validation-progress';
import type { ValidationFacts } from './validation-facts';

/** Times in ISO 8601 UTC; those of stages and transcripts in milliseconds since `startedAt`. */
export type ValidationRunView = Readonly<{
  id: string;
  connectorId?: string;
  state: RunState;
  fingerprint: string;
  requestedAt: string;
  requestedByName: string;
  startedAt?: string;
  finishedAt?: string;
  /** How long it has been running, or ran. */
  elapsedMs: number;
  cancelRequested: boolean;
  plan: Readonly<{ hosts: readonly string[]; tls: TlsPolicy; recipients: readonly string[] }>;
  outcome?: ValidationOutcome;
  /** How it was measured; absent until it has finished. */
  facts?: ValidationFacts;
}> &
  ValidationProgress;

/** Reads the run's events and folds them. What has finished is shown as it was judged, and judged again as of its end. */
export async function viewRun(store: Store, run: ValidationRun, now: Date): Promise<ValidationRunView> {
  // A run that has not begun this time may still hold the events of a worker that is gone.
  const rows = run.state === 'queued' ? [] : await eventsAfter(store, run.id, 0);
  return toView(
    run,
    rows.map(({ event }) => event),
    now,
  );
}

/** The run after `events`, all that it has reported. */
export function toView(run: ValidationRun, events: readonly ValidationEvent[], now: Date): ValidationRunView {
  const isOver = run.state === 'finished' || run.state === 'cancelled';
  const facts = run.facts as ValidationFacts | undefined;
  const progress = validationProgress(events, run.plan, {
    isOver,
    internalFault: facts?.errorId !== undefined,
    recorded: readVerdict(run.verdict),
    now: run.finishedAt ?? now,
  });
  const until = run.finishedAt ?? now;
  return {
    id: run.id,
    state: run.state,
    fingerprint: run.fingerprint,
    requestedAt: run.requestedAt.toISOString(),
    requestedByName: run.requestedByName,
    elapsedMs: run.startedAt ? Math.max(0, until.getTime() - run.startedAt.getTime()) : 0,
    cancelRequested: run.cancelRequestedAt !== undefined,
    plan: {
      hosts: run.plan.hosts.map(formatSmartHost),
      tls: run.plan.tls,
      recipients: run.plan.recipients,
    },
    ...(run.connectorId && { connectorId: run.connectorId }),
    ...(run.startedAt && { startedAt: run.startedAt.toISOString() }),
    ...(run.finishedAt && { finishedAt: run.finishedAt.toISOString() }),
    ...(run.outcome && { outcome: run.outcome }),
    ...(facts && { facts }),
    ...progress,
  };
}
