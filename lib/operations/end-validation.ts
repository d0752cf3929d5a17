// How a validation ends in the store: its result, what it means for its connector, and the audit entry that says where
// the console connected to, together. Nothing is written for a worker that has lost the run.
import { appendAudit } from '../data/audit';
import { findConnector, recordValidation } from '../data/connectors';
import type { Tx } from '../data/store';
import { finishCancelledRun, finishRun } from '../data/validation-queue';
import type { ValidationRun } from '../data/validation-runs';
import { connectedPlaces, NO_EARLIER_WORK } from '../mailflow/earlier-work';
import type { ValidationOutcome } from '../mailflow/health';
import type { Observation } from '../mailflow/observation';
import { formatSmartHost } from '../mailflow/smart-host';
import type { Verdict } from '../mailflow/verdict';
import { trustedRoots } from '../probe/trusted-roots';
import type { Worker } from './run-validation';
import type { ValidationFacts } from './validation-facts';

/** `errorId` where a fault of the console's own ended it; `observations` are this attempt's. */
export type End = Readonly<{
  verdict: Verdict;
  observations: readonly Observation[];
  errorId?: string;
}>;

/** Ends `run` with its verdict. */
export async function finishValidation(worker: Worker, run: ValidationRun, end: End): Promise<void> {
  const { store, owner, now, settings } = worker;
  const { heloName, sender, limits } = settings.probe;
  const facts: ValidationFacts = {
    heloName,
    sender,
    limits,
    roots: trustedRoots(),
    ...(end.errorId && { errorId: end.errorId }),
  };
  const { outcome } = end.verdict;
  const finishedAt = now();
  await store.write(async (tx) => {
    const result = { outcome, verdict: end.verdict, facts, now: finishedAt };
    if (!(await finishRun(tx, run.id, owner, result))) return;
    const { id, connectorId, fingerprint } = run;
    if (connectorId) await recordValidation(tx, connectorId, { id, outcome, fingerprint, finishedAt });
    await auditEnd(tx, run, { at: finishedAt, outcome, observations: end.observations });
  });
}

/** Ends a run that somebody asked to end. */
export async function finishCancelledValidation(
  { store, owner, now }: Worker,
  run: ValidationRun,
  observations: readonly Observation[],
): Promise<void> {
  const at = now();
  await store.write(async (tx) => {
    if (!(await finishCancelledRun(tx, run.id, owner, at))) return;
    await auditEnd(tx, run, { at, outcome: 'cancelled', observations });
  });
}

type Ended = Readonly<{
  at: Date;
  outcome: ValidationOutcome | 'cancelled';
  observations: readonly Observation[];
}>;

/** One entry for the whole run: its start and its attempts stand in it, so that the log does not grow with each of them. */
async function auditEnd(tx: Tx, run: ValidationRun, { at, outcome, observations }: Ended): Promise<void> {
  const { id, connectorId, plan, startedAt, attempt, earlier = NO_EARLIER_WORK } = run;
  const connector = connectorId === undefined ? undefined : await findConnector(tx, connectorId);
  await appendAudit(tx, {
    at,
    actorId: run.requestedById,
    actorName: run.requestedByName,
    action: 'validation.finished',
    subjectKind: connectorId === undefined ? 'validationRun' : 'connector',
    subjectId: connectorId ?? id,
    ...(connector && { subjectName: connector.connector.name }),
    details: {
      runId: id,
      outcome,
      hosts: plan.hosts.map(formatSmartHost),
      connected: connectedPlaces(earlier, observations),
      attempts: attempt,
      ...(startedAt && { startedAt: startedAt.toISOString() }),
    },
  });
}
