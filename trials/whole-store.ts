// Whether everything in a store is whole: each thing with all that its transaction writes beside it, nothing that leads nowhere.
// Knows nothing of what was asked for: that is the ledger's.
import { z } from 'zod';
import { verifyAudit } from '../lib/data/audit';
import type { Store } from '../lib/data/store';
import { readConnector } from '../lib/mailflow/connector';

/** One line for each thing that is only half there. */
export async function halfThings(store: Store): Promise<string[]> {
  const half: string[] = [];
  for (const part of [engineOf, connectorsOf, runsOf, auditOf]) half.push(...(await part(store)));
  return half;
}

/** What the engine says of itself: SQLite of its pages and references; PostgreSQL holds the latter by itself. */
async function engineOf({ provider, client }: Store): Promise<string[]> {
  if (provider === 'postgresql') return [];
  const pages = await client.$queryRawUnsafe<Record<string, unknown>[]>('PRAGMA integrity_check');
  const references = await client.$queryRawUnsafe<Record<string, unknown>[]>('PRAGMA foreign_key_check');
  const said = pages.map((row) => String(Object.values(row)[0]));
  return [
    ...said.filter((line) => line !== 'ok').map((line) => `the file: ${line}`),
    ...references.map(
      (row) => `a reference leads nowhere: ${JSON.stringify(Object.values(row).map(String))}`,
    ),
  ];
}

const details = z.object({ version: z.number().optional(), runId: z.string().optional() });
const detailsOf = (row: Readonly<{ details: unknown }>) => details.safeParse(row.details).data ?? {};

/** Rows, versions, drafts and the entries of the audit log that tell of them. */
async function connectorsOf({ client }: Store): Promise<string[]> {
  const connectors = await client.connector.findMany();
  const versions = await client.connectorVersion.findMany({ orderBy: { number: 'asc' } });
  const drafts = await client.connectorDraft.findMany();
  const runs = await idsOfRuns(client);
  const entries = await client.auditEntry.findMany({
    where: { subjectKind: 'connector', action: { startsWith: 'connector.' } },
    orderBy: { sequence: 'asc' },
  });
  const half: string[] = [];

  const byConnector = groups(versions, ({ connectorId }) => connectorId);
  const entriesOf = groups(entries, ({ subjectId }) => subjectId ?? '');
  for (const row of connectors) {
    const own = byConnector.get(row.id) ?? [];
    const said = entriesOf.get(row.id) ?? [];
    const numbers = own.map(({ number }) => number);
    const wanted = Array.from({ length: row.currentVersionNumber }, (_, at) => at + 1);
    if (numbers.join() !== wanted.join())
      half.push(`connector ${row.id} at version ${row.currentVersionNumber} has versions ${numbers.join()}`);
    const current = own.at(-1);
    const settings = current && readConnector(current.settings);
    if (settings && (settings.name !== row.name || settings.enabled !== row.enabled))
      half.push(`connector ${row.id} is not as its version ${current.number} says`);
    if (current && current.fingerprint !== row.fingerprint)
      half.push(`connector ${row.id} has another fingerprint than its version`);
    const published = said
      .filter(({ action }) => action === 'connector.created' || action === 'connector.published')
      .map((entry) => detailsOf(entry).version);
    if (published.join() !== numbers.join())
      half.push(`connector ${row.id} has versions ${numbers.join()}, the audit log ${published.join()}`);
    const last = said.findLast(
      ({ action }) => action === 'connector.deleted' || action === 'connector.undeleted',
    );
    const isDeleted = last?.action === 'connector.deleted';
    if ((row.deletedAt !== null) !== isDeleted || (row.nameKey === null) !== isDeleted)
      half.push(
        `connector ${row.id} is ${row.deletedAt ? 'deleted' : 'there'}, the audit log says otherwise`,
      );
    if (row.lastRunId !== null && !runs.has(row.lastRunId))
      half.push(`connector ${row.id} has a last validation that is not there`);
  }

  const ids = new Set(connectors.map(({ id }) => id));
  for (const { connectorId, number, validationRunId } of versions) {
    if (!ids.has(connectorId)) half.push(`version ${number} belongs to no connector`);
    if (validationRunId !== null && !runs.has(validationRunId))
      half.push(`version ${number} of ${connectorId} rests on a validation that is not there`);
  }
  for (const draft of drafts) {
    const row = connectors.find(({ id }) => id === draft.connectorId);
    if (!row) half.push(`a draft belongs to no connector: ${draft.connectorId}`);
    else if (draft.revision !== row.draftRevision || draft.baseVersion > row.currentVersionNumber)
      half.push(`the draft of ${row.id} is not the one that its connector counts`);
  }
  for (const entry of entries)
    if (!ids.has(entry.subjectId ?? '')) half.push(`audit entry ${entry.sequence} tells of no connector`);
  return half;
}

/** Validations with their entries, events and results. */
async function runsOf(store: Store): Promise<string[]> {
  // At one moment: a worker may end a run while this is read.
  const { runs, events, entries } = await store.write(async (tx) => ({
    runs: await tx.validationRun.findMany(),
    events: await tx.validationEvent.findMany({
      select: { runId: true, sequence: true },
      orderBy: { sequence: 'asc' },
    }),
    entries: await tx.auditEntry.findMany({
      where: { action: { in: ['validation.requested', 'validation.finished'] } },
      orderBy: { sequence: 'asc' },
    }),
  }));
  const half: string[] = [];
  const eventsOf = groups(events, ({ runId }) => runId);
  const entriesOf = groups(entries, (entry) => detailsOf(entry).runId ?? '');
  for (const run of runs) {
    const said = (entriesOf.get(run.id) ?? []).map(({ action }) => action);
    const isOver = run.state === 'finished' || run.state === 'cancelled';
    const wanted = ['validation.requested', ...(run.state === 'finished' ? ['validation.finished'] : [])];
    if (said.join() !== wanted.join())
      half.push(`validation ${run.id} (${run.state}) has entries ${said.join()}`);
    if (isOver && run.leaseOwner !== null) half.push(`validation ${run.id} has ended and is still held`);
    if (run.state !== 'finished') continue;
    const isJudged =
      run.outcome !== null && run.verdict !== null && run.facts !== null && run.finishedAt !== null;
    if (!isJudged) half.push(`validation ${run.id} has finished without a result`);
    const sequences = (eventsOf.get(run.id) ?? []).map(({ sequence }) => sequence);
    if (sequences.some((sequence, at) => sequence !== at + 1))
      half.push(`validation ${run.id} has events ${sequences.join()}`);
  }
  const ids = new Set(runs.map(({ id }) => id));
  for (const runId of eventsOf.keys()) if (!ids.has(runId)) half.push(`events of no validation: ${runId}`);
  for (const runId of entriesOf.keys())
    if (!ids.has(runId)) half.push(`the audit log tells of no validation ${runId}`);
  return half;
}

async function auditOf(store: Store): Promise<string[]> {
  const verdict = await verifyAudit(store);
  return verdict.ok ? [] : [`the audit log: entry ${verdict.atSequence} is ${verdict.fault}`];
}

const idsOfRuns = async (client: Store['client']): Promise<ReadonlySet<string>> =>
  new Set((await client.validationRun.findMany({ select: { id: true } })).map(({ id }) => id));

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found;
}
