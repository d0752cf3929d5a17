// The audit log: who did what, in a chain where each entry's hash covers the one before it. Nothing is ever changed.
import { type AuditFilter, conditions } from './audit-filter';
import { GENESIS, type HashedEntry, hashOf } from './audit-hash';
import type { AuditEntry } from './generated/sqlite/client';
import { toJson } from './json';
import type { Store, Tx } from './store';

/** What happened. `actorId` is absent where nobody was signed in; `details` holds no secret. */
export type AuditEvent = Readonly<{
  at: Date;
  actorId?: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId?: string;
  subjectName?: string;
  details?: Readonly<Record<string, unknown>>;
  remoteAddress?: string;
}>;

/** How many entries are read or written at once. */
const BATCH = 500;

export type AuditRecord = AuditEvent &
  Readonly<{ sequence: number; hash: string; details: Readonly<Record<string, unknown>> }>;

/** Appends to the log in the transaction that does what the entry says; answers its number, counted from 1. */
export async function appendAudit(tx: Tx, event: AuditEvent): Promise<number> {
  return appendAudits(tx, [event]);
}

/** The same for several, one behind the other; answers the number of the last. At least one. */
export async function appendAudits(tx: Tx, events: readonly AuditEvent[]): Promise<number> {
  // The write comes first: it locks the head, so that entries follow one another without a gap on either engine.
  const increment = events.length;
  const head = await tx.auditHead.update({ where: { id: 1 }, data: { sequence: { increment } } });
  let previousHash = head.hash;
  const rows = events.map((event, at) => {
    const row = {
      sequence: head.sequence - increment + at + 1,
      at: event.at,
      actorId: event.actorId ?? null,
      actorName: event.actorName,
      action: event.action,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId ?? null,
      subjectName: event.subjectName ?? null,
      // Through JSON once, so that what is hashed is what the column gives back.
      details: JSON.parse(JSON.stringify(event.details ?? {})),
      remoteAddress: event.remoteAddress ?? null,
      previousHash,
    };
    const hash = hashOf(row);
    previousHash = hash;
    return { ...row, details: toJson(row.details), hash };
  });
  for (let at = 0; at < rows.length; at += BATCH)
    await tx.auditEntry.createMany({ data: rows.slice(at, at + BATCH) });
  await tx.auditHead.update({ where: { id: 1 }, data: { hash: previousHash } });
  return head.sequence;
}

/** The newest entries first, as far as `filter` lets them through; `before` is the smallest sequence already seen. */
export async function listAudit(
  store: Store,
  { before, limit, ...filter }: AuditFilter & Readonly<{ before?: number; limit: number }>,
): Promise<AuditRecord[]> {
  const rows = await store.client.auditEntry.findMany({
    where: {
      ...conditions(store.provider, filter),
      ...(before !== undefined && { sequence: { lt: before } }),
    },
    orderBy: { sequence: 'desc' },
    take: limit,
  });
  return rows.map(toRecord);
}

/** The entry with that number. */
export async function findAudit(store: Store, sequence: number): Promise<AuditRecord | undefined> {
  const row = await store.client.auditEntry.findUnique({ where: { sequence } });
  return row ? toRecord(row) : undefined;
}

export type AuditVerdict =
  | Readonly<{ ok: true; count: number }>
  | Readonly<{ ok: false; atSequence: number; fault: AuditFault }>;

/**
 * What is wrong with the first entry that is not as it was written: it is not there, it differs, or it was put
 * behind the newest one past the chain.
 */
export type AuditFault = 'missing' | 'changed' | 'added';

/** Reads the whole chain: every entry is there, unchanged, and the head is the last one's. Else, the first that is not. */
export async function verifyAudit(store: Store): Promise<AuditVerdict> {
  // The newest entry before the head: what is appended meanwhile must not look like a fault.
  const { _max: newest } = await store.client.auditEntry.aggregate({ _max: { sequence: true } });
  const head = await store.client.auditHead.findUnique({ where: { id: 1 } });
  if (!head) return { ok: false, atSequence: 0, fault: 'missing' };
  let previousHash = GENESIS;
  let read = 0;
  for await (const rows of auditInOrder(store, {}, head.sequence)) {
    for (const row of rows) {
      read += 1;
      if (row.sequence !== read) return { ok: false, atSequence: read, fault: 'missing' };
      const intact = row.previousHash === previousHash && row.hash === hashOf(row);
      if (!intact) return { ok: false, atSequence: read, fault: 'changed' };
      previousHash = row.hash;
    }
  }
  if (read < head.sequence) return { ok: false, atSequence: read + 1, fault: 'missing' };
  if (previousHash !== head.hash) return { ok: false, atSequence: read, fault: 'changed' };
  if ((newest.sequence ?? 0) > read) return { ok: false, atSequence: read + 1, fault: 'added' };
  return { ok: true, count: read };
}

/** The entries as they were hashed, oldest first and a batch at a time, up to the sequence `last`. */
export async function* auditInOrder(
  store: Store,
  filter: AuditFilter,
  last: number,
): AsyncGenerator<HashedEntry[]> {
  const where = conditions(store.provider, filter);
  for (let read = 0; read < last; ) {
    const rows = await store.client.auditEntry.findMany({
      where: { ...where, sequence: { gt: read, lte: last } },
      orderBy: { sequence: 'asc' },
      take: BATCH,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    read = rows.at(-1)?.sequence ?? last;
  }
}

const toRecord = (row: AuditEntry): AuditRecord => ({
  sequence: row.sequence,
  at: row.at,
  actorName: row.actorName,
  action: row.action,
  subjectKind: row.subjectKind,
  // Whoever wrote to the database directly may have left anything.
  details: isRecord(row.details) ? row.details : { details: row.details },
  hash: row.hash,
  ...(row.actorId !== null && { actorId: row.actorId }),
  ...(row.subjectId !== null && { subjectId: row.subjectId }),
  ...(row.subjectName !== null && { subjectName: row.subjectName }),
  ...(row.remoteAddress !== null && { remoteAddress: row.remoteAddress }),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
