// Validation runs as the console sees them: requested, watched, cancelled. Workers take them through validation-queue.ts.
import type { EarlierWork } from '../mailflow/earlier-work';
import type { ValidationOutcome } from '../mailflow/health';
import type { ValidationEvent } from '../mailflow/observation';
import type { ValidationPlan } from '../mailflow/validation-plan';
import type { ValidationRun as Row } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

export type RunState = 'queued' | 'running' | 'finished' | 'cancelled';

/** `verdict` and `facts` are what finishRun was given; both are there exactly where `state` is `finished`. */
export type ValidationRun = Readonly<{
  id: string;
  /** Absent where settings that are not saved were tested. */
  connectorId?: string;
  fingerprint: string;
  plan: ValidationPlan;
  requestedById: string;
  requestedByName: string;
  requestedAt: Date;
  state: RunState;
  /** How many workers have begun it. */
  attempt: number;
  cancelRequestedAt?: Date;
  startedAt?: Date;
  finishedAt?: Date;
  outcome?: ValidationOutcome;
  verdict?: unknown;
  facts?: unknown;
  /** What workers before the last one had done and not ended. */
  earlier?: EarlierWork;
}>;

export type NewRun = Pick<
  ValidationRun,
  'connectorId' | 'fingerprint' | 'plan' | 'requestedById' | 'requestedByName' | 'requestedAt'
>;

/** Puts a run into the queue; answers its id. */
export async function insertRun(store: Store | Tx, run: NewRun): Promise<string> {
  const { id } = await clientOf(store).validationRun.create({
    data: {
      connectorId: run.connectorId ?? null,
      fingerprint: run.fingerprint,
      plan: toJson(run.plan),
      requestedById: run.requestedById,
      requestedByName: run.requestedByName,
      requestedAt: run.requestedAt,
    },
    select: { id: true },
  });
  return id;
}

export async function findRun(store: Store | Tx, id: string): Promise<ValidationRun | undefined> {
  const row = await clientOf(store).validationRun.findUnique({ where: { id } });
  return row ? toRun(row) : undefined;
}

/** The runs with `ids` that are there, by id. */
export async function findRuns(store: Store, ids: readonly string[]): Promise<Map<string, ValidationRun>> {
  const rows = await store.client.validationRun.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, toRun(row)]));
}

/** Makes a run of unsaved settings the run of the connector that was saved with them. */
export async function assignRun(tx: Tx, runId: string, connectorId: string): Promise<void> {
  await tx.validationRun.updateMany({ where: { id: runId, connectorId: null }, data: { connectorId } });
}

/** How many runs of one person wait or run. */
export async function countOpenRuns(store: Store | Tx, requestedById: string): Promise<number> {
  return clientOf(store).validationRun.count({
    where: { requestedById, state: { in: ['queued', 'running'] } },
  });
}

/** What one person has asked for since `since` with settings that are not saved, the first first. */
export async function listUnsavedRequests(
  tx: Tx,
  requestedById: string,
  since: Date,
): Promise<Pick<ValidationRun, 'requestedAt' | 'plan'>[]> {
  const rows = await tx.validationRun.findMany({
    where: { connectorId: null, requestedById, requestedAt: { gt: since } },
    orderBy: { requestedAt: 'asc' },
    select: { requestedAt: true, plan: true },
  });
  return rows.map(({ requestedAt, plan }) => ({ requestedAt, plan: fromJson<ValidationPlan>(plan) }));
}

/** The runs of these connectors that wait or run, by connector; of several the last requested. */
export async function openRunsOf(
  store: Store,
  connectorIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await store.client.validationRun.findMany({
    where: { connectorId: { in: [...connectorIds] }, state: { in: ['queued', 'running'] } },
    orderBy: { requestedAt: 'asc' },
    select: { id: true, connectorId: true },
  });
  return new Map(rows.map(({ id, connectorId }) => [connectorId ?? '', id]));
}

/** The runs of one connector, the last requested first. */
export async function listRuns(store: Store, connectorId: string, limit: number): Promise<ValidationRun[]> {
  const rows = await store.client.validationRun.findMany({
    where: { connectorId },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toRun);
}

/** What a run has reported behind `sequence`, in order; the first event has sequence 1. */
export async function eventsAfter(
  store: Store,
  runId: string,
  sequence: number,
): Promise<{ sequence: number; event: ValidationEvent }[]> {
  const rows = await store.client.validationEvent.findMany({
    where: { runId, sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
  });
  return rows.map((row) => ({ sequence: row.sequence, event: fromJson<ValidationEvent>(row.event) }));
}

/** `cancelled`: it had not begun. `requested`: its worker will stop. `tooLate`: it has ended, or is unknown. */
export type CancelAnswer = 'cancelled' | 'requested' | 'tooLate';

export async function requestCancel(tx: Tx, runId: string, now: Date): Promise<CancelAnswer> {
  // Marks it first, whatever its state: that locks the row, so that no worker begins it in between.
  const marked = await tx.validationRun.updateMany({
    where: { id: runId, state: { in: ['queued', 'running'] } },
    data: { cancelRequestedAt: now },
  });
  if (marked.count === 0) return 'tooLate';
  const ended = await tx.validationRun.updateMany({
    where: { id: runId, state: 'queued' },
    data: { state: 'cancelled', finishedAt: now },
  });
  return ended.count === 1 ? 'cancelled' : 'requested';
}

/** The domain value of a row. */
export const toRun = (row: Row): ValidationRun => ({
  id: row.id,
  fingerprint: row.fingerprint,
  plan: fromJson<ValidationPlan>(row.plan),
  requestedById: row.requestedById,
  requestedByName: row.requestedByName,
  requestedAt: row.requestedAt,
  state: row.state as RunState,
  attempt: row.attempt,
  ...(row.connectorId !== null && { connectorId: row.connectorId }),
  ...(row.cancelRequestedAt && { cancelRequestedAt: row.cancelRequestedAt }),
  ...(row.startedAt && { startedAt: row.startedAt }),
  ...(row.finishedAt && { finishedAt: row.finishedAt }),
  ...(row.outcome !== null && { outcome: row.outcome as ValidationOutcome }),
  ...(row.verdict !== null && { verdict: row.verdict as unknown }),
  ...(row.facts !== null && { facts: row.facts as unknown }),
  ...(row.earlier !== null && { earlier: fromJson<EarlierWork>(row.earlier) }),
});
