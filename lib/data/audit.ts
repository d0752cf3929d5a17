// The audit log: who did what, in a chain where each entry's hash covers the one before it. Nothing is ever changed.
import { createHash } from 'node:crypto';
import type { AuditEntry } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
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

export type AuditRecord = AuditEvent & Readonly<{ sequence: number; hash: string }>;

/** Appends to the log in the transaction that does what the entry says; answers its number, counted from 1. */
export async function appendAudit(tx: Tx, event: AuditEvent): Promise<number> {
  // The write comes first: it locks the head, so that entries follow one another without a gap on either engine.
  const head = await tx.auditHead.update({ where: { id: 1 }, data: { sequence: { increment: 1 } } });
  const row = {
    sequence: head.sequence,
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
    previousHash: head.hash,
  };
  const hash = hashOf(row);
  await tx.auditEntry.create({ data: { ...row, details: toJson(row.details), hash } });
  await tx.auditHead.update({ where: { id: 1 }, data: { hash } });
  return head.sequence;
}

/** The newest entries first; `before` is the smallest sequence already seen. */
export async function listAudit(
  store: Store,
  query: Readonly<{ before?: number; limit: number }>,
): Promise<AuditRecord[]> {
  const rows = await store.client.auditEntry.findMany({
    ...(query.before !== undefined && { where: { sequence: { lt: query.before } } }),
    orderBy: { sequence: 'desc' },
    take: query.limit,
  });
  return rows.map(toRecord);
}

export type AuditVerdict =
  | Readonly<{ ok: true; count: number }>
  | Readonly<{ ok: false; atSequence: number }>;

/** How many entries are held in memory at once while the chain is read. */
const BATCH = 500;

/** Reads the whole chain: every entry is there, unchanged, and the head is the last one's. Else, the first that is not. */
export async function verifyAudit(store: Store): Promise<AuditVerdict> {
  // The head first: what is appended while the chain is read must not look like a fault.
  const head = await store.client.auditHead.findUnique({ where: { id: 1 } });
  if (!head) return { ok: false, atSequence: 0 };
  let previousHash = GENESIS;
  for (let read = 0; read < head.sequence; ) {
    const rows = await store.client.auditEntry.findMany({
      where: { sequence: { gt: read, lte: head.sequence } },
      orderBy: { sequence: 'asc' },
      take: BATCH,
    });
    if (rows.length === 0) return { ok: false, atSequence: read + 1 };
    for (const row of rows) {
      read += 1;
      const intact = row.sequence === read && row.previousHash === previousHash && row.hash === hashOf(row);
      if (!intact) return { ok: false, atSequence: read };
      previousHash = row.hash;
    }
  }
  if (previousHash !== head.hash) return { ok: false, atSequence: head.sequence };
  return { ok: true, count: head.sequence };
}

/** What the first entry follows; the first migration writes it. */
const GENESIS = '0'.repeat(64);

/** SHA-256, lower-case hex, over the entry as JSON with its keys in order, the previous hash among them. */
function hashOf({ hash: _, ...row }: Omit<AuditEntry, 'hash'> & { hash?: string }): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

/** JSON with the keys of every object sorted: PostgreSQL's jsonb does not keep their order. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );

const toRecord = (row: AuditEntry): AuditRecord => ({
  sequence: row.sequence,
  at: row.at,
  actorName: row.actorName,
  action: row.action,
  subjectKind: row.subjectKind,
  details: fromJson<Record<string, unknown>>(row.details),
  hash: row.hash,
  ...(row.actorId !== null && { actorId: row.actorId }),
  ...(row.subjectId !== null && { subjectId: row.subjectId }),
  ...(row.subjectName !== null && { subjectName: row.subjectName }),
  ...(row.remoteAddress !== null && { remoteAddress: row.remoteAddress }),
});
