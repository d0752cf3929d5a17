// The audit log as an admin reads it: newest first, a page at a time, found by who, what and when. Changes nothing.
import { z } from 'zod';
import { type AuditRecord, findAudit, listAudit } from '../data/audit';
import type { AuditActor, AuditFilter } from '../data/audit-filter';
import { listUsers } from '../data/users';
import { endOfDay, isTimeZone, startOfDay } from './audit-log-days';
import { AUDIT_ACTIONS, AUDIT_GROUPS, type AuditView, isDay, isFiltered } from './audit-log-query';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

const PAGE_SIZE = 50;

// PostgreSQL has no text with NUL in it, nor with half of a surrogate pair.
const text = z
  .string()
  .max(200)
  .regex(/^[^\0\p{Surrogate}]*$/u);
const day = z.literal('').or(z.string().refine(isDay));
const sequence = z.int().min(1).max(2_147_483_647);

/** A view and the time zone in which its days are meant. */
export const auditLogInput = z.strictObject({
  view: z.strictObject({
    person: text,
    group: z.literal('').or(z.enum(AUDIT_GROUPS)),
    subject: text,
    from: day,
    to: day,
    before: sequence.exactOptional(),
  }),
  timeZone: z.string().max(100).refine(isTimeZone),
});
export type AuditLogInput = Readonly<{ view: AuditView; timeZone: string }>;

export const auditEntryInput = z.strictObject({ sequence });

/** One thing that was done. `details` is what its writer noted, of any age: believe nothing of its shape. */
export type AuditLogEntry = AuditRecord;

/** `more` is true where older entries fit too; `none` where the log is empty. */
export type AuditLogPage = Readonly<{
  view: AuditView;
  entries: readonly AuditLogEntry[];
  more: boolean;
  none: boolean;
}>;

/** The newest entries that fit the view, or those before `view.before`. */
export async function auditLog(
  context: OperationContext,
  { view, timeZone }: AuditLogInput,
): Promise<Outcome<AuditLogPage>> {
  const may = allowed(context, 'audit:read');
  if (!may.ok) return may;
  const found = await listAudit(context.store, {
    ...filterOf(view, timeZone),
    ...(view.before !== undefined && { before: view.before }),
    limit: PAGE_SIZE + 1,
  });
  return done({
    view,
    entries: found.slice(0, PAGE_SIZE),
    more: found.length > PAGE_SIZE,
    none: found.length === 0 && view.before === undefined && !isFiltered(view),
  });
}

/** One entry. Problem: notFound. */
export async function auditEntry(
  context: OperationContext,
  { sequence }: z.output<typeof auditEntryInput>,
): Promise<Outcome<AuditLogEntry>> {
  const may = allowed(context, 'audit:read');
  if (!may.ok) return may;
  const found = await findAudit(context.store, sequence);
  return found ? done(found) : problem({ kind: 'notFound' });
}

/** Everybody whom the log can be searched for, by name. */
export async function auditedPeople(
  context: OperationContext,
): Promise<Outcome<readonly Readonly<{ id: string; name: string; email: string }>[]>> {
  const may = allowed(context, 'audit:read');
  if (!may.ok) return may;
  const users = await listUsers(context.store, context.now());
  return done(users.map(({ id, name, email }) => ({ id, name, email })));
}

/** What a view asks of the store. */
export function filterOf({ person, group, subject, from, to }: AuditView, timeZone: string): AuditFilter {
  return {
    ...(person !== '' && { actor: actorOf(person) }),
    ...(group !== '' && { actions: AUDIT_ACTIONS[group] }),
    ...(subject !== '' && { subject }),
    ...(from !== '' && { from: startOfDay(from, timeZone) }),
    ...(to !== '' && { until: endOfDay(to, timeZone) }),
  };
}

function actorOf(person: string): AuditActor {
  if (person === 'commandLine') return { name: 'command line' };
  if (person === 'nobody') return { name: '' };
  return { id: person };
}
