// The audit log as a file: the entries exactly as they were hashed, oldest first. Who took it is an entry of its own.
import { z } from 'zod';
import { appendAudit, auditInOrder } from '../data/audit';
import { canonicalJson, type HashedEntry } from '../data/audit-hash';
import { findUser } from '../data/users';
import { auditLogInput, filterOf } from './audit-log';
import { csvLine } from './audit-log-csv';
import { type AuditView, WHOLE_LOG } from './audit-log-query';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

export const AUDIT_FORMATS = ['csv', 'json'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

export const exportAuditLogInput = auditLogInput.extend({ format: z.enum(AUDIT_FORMATS) });

/** Says what an entry means, in a reader's language. */
export type EntryWords = (entry: HashedEntry) => string;

/** The pieces of a file that is written while it is read; nothing is read before the first piece is asked for. */
export type AuditFile = Readonly<{ name: string; mediaType: string; pieces: AsyncGenerator<string> }>;

/**
 * A file of the entries that fit `view`, the export's own the newest among them. `view.before` is not looked at.
 * `wordsFor` fills the column `what` of a CSV file.
 */
export async function exportAuditLog(
  context: OperationContext,
  { view, timeZone, format }: z.output<typeof exportAuditLogInput>,
  wordsFor: EntryWords,
): Promise<Outcome<AuditFile>> {
  const asked = allowed(context, 'audit:read');
  if (!asked.ok) return asked;
  const actor = { actorId: asked.actor.userId, actorName: asked.actor.name };
  const last = await noteExport(context, actor, format, view);
  const entries = auditInOrder(context.store, filterOf(view, timeZone), last);
  return done({
    name: `mailspan-audit-log-${context.now().toISOString().slice(0, 10)}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    pieces: format === 'csv' ? asCsv(entries, wordsFor) : asJson(entries),
  });
}

/** The whole log as JSON, for whoever has a shell on the server: only `cli/` may call it. */
export async function exportAuditLogFromShell(context: OperationContext): Promise<AsyncGenerator<string>> {
  const last = await noteExport(context, { actorName: 'command line' }, 'json', WHOLE_LOG);
  return asJson(auditInOrder(context.store, {}, last));
}

/** Answers the sequence up to which the file goes. */
async function noteExport(
  { store, now, remoteAddress }: OperationContext,
  actor: Readonly<{ actorId?: string; actorName: string }>,
  format: AuditFormat,
  { before: _, ...view }: AuditView,
): Promise<number> {
  const person = view.person === '' ? undefined : await findUser(store, view.person);
  const filters = {
    ...Object.fromEntries(Object.entries(view).filter(([, value]) => value !== '')),
    ...(person && { personName: person.name }),
  };
  return store.write((tx) =>
    appendAudit(tx, {
      at: now(),
      ...actor,
      action: 'audit.exported',
      subjectKind: 'auditLog',
      details: { format, filters },
      ...(remoteAddress && { remoteAddress }),
    }),
  );
}

/** JSON with an entry a line, keys in the order in which they are hashed. */
async function* asJson(batches: AsyncIterable<HashedEntry[]>): AsyncGenerator<string> {
  yield '{"format":"mailspan-audit-log/1","entries":[';
  let between = '\n';
  for await (const batch of batches) {
    yield between + batch.map(canonicalJson).join(',\n');
    between = ',\n';
  }
  yield '\n]}\n';
}

const COLUMNS = [
  ...(['sequence', 'at', 'actorName', 'actorId', 'action', 'what'] as const),
  ...([
    'subjectKind',
    'subjectName',
    'subjectId',
    'remoteAddress',
    'details',
    'previousHash',
    'hash',
  ] as const),
];

/** The mark lets Excel read the file as UTF-8. */
async function* asCsv(batches: AsyncIterable<HashedEntry[]>, wordsFor: EntryWords): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(COLUMNS)}`;
  for await (const batch of batches) {
    const lines = batch.map((entry) => {
      const cells = {
        ...entry,
        at: entry.at.toISOString(),
        what: wordsFor(entry),
        details: canonicalJson(entry.details),
      };
      return csvLine(COLUMNS.map((column) => String(cells[column] ?? '')));
    });
    yield lines.join('');
  }
}
