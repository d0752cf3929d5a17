// Who has an account: roles, sessions, and whether they may sign in. Never leaves the console without an active admin.
import type { Role } from '../auth/permissions';
import { lastSeen } from '../data/last-seen';
import {
  findUser,
  type ListedUser,
  listUsers,
  removeSessions,
  setUserDisabled,
  setUserRole,
  type UserChange,
} from '../data/users';
import { allowed, type OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';
import { auditUserAct } from './users-audit';

/** `own`: the person who asks. `lastSeenAt` is exact to five minutes, and absent without a session. */
export type UserRow = ListedUser & Readonly<{ own: boolean; lastSeenAt?: Date }>;

/** Everybody, by name. */
export async function everyUser(context: OperationContext): Promise<Outcome<UserRow[]>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  const [users, seen] = await Promise.all([listUsers(context.store, context.now()), lastSeen(context.store)]);
  return done(
    users.map((user) => {
      const lastSeenAt = seen.get(user.id);
      return { ...user, own: user.id === asked.actor.userId, ...(lastSeenAt && { lastSeenAt }) };
    }),
  );
}

/** Gives a person another role, in force with their next request. Problems: notFound, `lastAdmin`. */
export async function setRole(
  context: OperationContext,
  { userId, role }: Readonly<{ userId: string; role: Role }>,
): Promise<Outcome<undefined>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  return context.store.write(async (tx) => {
    const before = await findUser(tx, userId);
    const refused = refusalOf(await setUserRole(tx, userId, role));
    if (refused) return refused;
    if (before && before.role !== role) {
      await auditUserAct(tx, context, {
        actor: asked.actor,
        action: 'user.roleSet',
        subject: before,
        details: { from: before.role, to: role },
      });
    }
    return done(undefined);
  });
}

/**
 * Disables an account and ends its sessions, or enables it again.
 * Problems: notFound, `ownAccount` and `lastAdmin` where it would be disabled.
 */
export async function setEnabled(
  context: OperationContext,
  { userId, enabled }: Readonly<{ userId: string; enabled: boolean }>,
): Promise<Outcome<undefined>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  if (!enabled && userId === asked.actor.userId) return conflict('ownAccount');
  return context.store.write(async (tx) => {
    const before = await findUser(tx, userId);
    const refused = refusalOf(await setUserDisabled(tx, userId, !enabled));
    if (refused) return refused;
    const sessions = enabled ? 0 : await removeSessions(tx, userId);
    if (before && before.disabled === enabled) {
      await auditUserAct(tx, context, {
        actor: asked.actor,
        action: enabled ? 'user.enabled' : 'user.disabled',
        subject: before,
        details: { sessionsEnded: sessions },
      });
    }
    return done(undefined);
  });
}

/** Signs a person out everywhere, but for the session that asks. Answers how many sessions ended. Problem: notFound. */
export async function endSessions(
  context: OperationContext,
  { userId }: Readonly<{ userId: string }>,
): Promise<Outcome<{ ended: number }>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<{ ended: number }>> => {
    const user = await findUser(tx, userId);
    if (!user) return problem({ kind: 'notFound' });
    const ended = await removeSessions(tx, userId, asked.actor.sessionId);
    await auditUserAct(tx, context, {
      actor: asked.actor,
      action: 'user.sessionsEnded',
      subject: user,
      details: { ended },
    });
    return done({ ended });
  });
}

function refusalOf(change: UserChange): Outcome<never> | undefined {
  if (change === 'lastAdmin') return conflict('lastAdmin');
  if (change === 'notFound') return problem({ kind: 'notFound' });
  return undefined;
}
