// The actions of the audit log's page, handed down by its route.
import type { AuditLogEntry, AuditLogInput, AuditLogPage } from '@/lib/operations/audit-log';
import type { AuditLogVerdict } from '@/lib/operations/audit-log-verify';
import type { Outcome } from '@/lib/operations/outcome';

export type AuditActions = Readonly<{
  load: (input: AuditLogInput) => Promise<Outcome<AuditLogPage>>;
  find: (input: Readonly<{ sequence: number }>) => Promise<Outcome<AuditLogEntry>>;
  verify: (input: undefined) => Promise<Outcome<AuditLogVerdict>>;
}>;

/** Why there is no answer, typed so that it can be said. */
export type Trouble = 'signedOut' | 'missing' | 'failed';

/** What an action answered, or what kept it from answering. */
export async function answerOf<T>(
  asked: Promise<Outcome<T>>,
): Promise<Readonly<{ value: T }> | Readonly<{ trouble: Trouble }>> {
  try {
    const outcome = await asked;
    if (outcome.ok) return { value: outcome.value };
    const { kind } = outcome.problem;
    if (kind === 'notFound') return { trouble: 'missing' };
    return { trouble: kind === 'signedOut' ? 'signedOut' : 'failed' };
  } catch {
    // The network or the server failed; the server's log has the cause.
    return { trouble: 'failed' };
  }
}
