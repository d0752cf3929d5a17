// The audit entry of an act on a person or on a link, in the transaction that does it.
import type { Actor } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import type { Tx } from '../data/store';
import type { OperationContext } from './context';

export type UserAction =
  | 'user.invited'
  | 'user.invitationRevoked'
  | 'user.joined'
  | 'user.roleSet'
  | 'user.disabled'
  | 'user.enabled'
  | 'user.sessionsEnded'
  | 'user.resetLinkMade'
  | 'user.passwordReset';

/** Who acted, on whom. `id` is absent where the subject has no account yet. */
export type UserAct = Readonly<{
  actor: Pick<Actor, 'userId' | 'name'> | 'command line';
  action: UserAction;
  subject: Readonly<{ id?: string; email?: string }>;
  details?: Readonly<Record<string, unknown>>;
}>;

/** Appends `act` to the audit log. */
export async function auditUserAct(
  tx: Tx,
  { now, remoteAddress }: Pick<OperationContext, 'now' | 'remoteAddress'>,
  { actor, action, subject, details }: UserAct,
): Promise<void> {
  await appendAudit(tx, {
    at: now(),
    ...(actor === 'command line' ? { actorName: actor } : { actorId: actor.userId, actorName: actor.name }),
    action,
    subjectKind: 'user',
    ...(subject.id !== undefined && { subjectId: subject.id }),
    ...(subject.email !== undefined && { subjectName: subject.email }),
    ...(details && { details }),
    ...(remoteAddress && { remoteAddress }),
  });
}
