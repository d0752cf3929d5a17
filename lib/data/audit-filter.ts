// Which entries of the audit log somebody asks for, as the database's conditions.
import type { Prisma } from './generated/sqlite/client';
import type { Provider } from './store';

/** A person by id; or by name whoever acted without an account, such as the command line. */
export type AuditActor = Readonly<{ id: string }> | Readonly<{ name: string }>;

/**
 * Every condition must hold. `subject` is part of the name of what was acted on, without regard to case (on SQLite
 * that of a–z), or its whole id. `from` counts, `until` does not any more.
 */
export type AuditFilter = Readonly<{
  actor?: AuditActor;
  actions?: readonly string[];
  subject?: string;
  from?: Date;
  until?: Date;
}>;

/** The filter for a query on entries. */
export function conditions(
  provider: Provider,
  { actor, actions, subject, from, until }: AuditFilter,
): Prisma.AuditEntryWhereInput {
  return {
    ...(actor && ('id' in actor ? { actorId: actor.id } : { actorId: null, actorName: actor.name })),
    ...(actions && { action: { in: [...actions] } }),
    ...(subject !== undefined && { OR: [{ subjectId: subject }, { subjectName: holds(provider, subject) }] }),
    ...((from || until) && { at: { ...(from && { gte: from }), ...(until && { lt: until }) } }),
  };
}

/** SQLite's LIKE has no escape by default: there `%` and `_` find more than themselves, which hides nothing. */
function holds(provider: Provider, text: string): Prisma.StringNullableFilter<'AuditEntry'> {
  if (provider === 'sqlite') return { contains: text };
  const insensitive = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' };
  return insensitive;
}
