// A lost password: a one-time link, made by an admin or on the server's command line, sets a new one.
import type { NewPasswordInput } from '../auth/account-input';
import { hashPassword } from '../auth/auth';
import { openSession } from '../auth/session';
import { setPasswordHash } from '../data/accounts';
import { markInvitationUsed, withdrawInvitations } from '../data/invitations';
import type { Tx } from '../data/store';
import { findUser, findUserByEmail, removeSessions, setUserDisabled, type User } from '../data/users';
import { allowed, type OperationContext } from './context';
import { makeLink, type OneTimeLink, readLink } from './invitation-links';
import { done, type Outcome, problem } from './outcome';
import type { SessionChange } from './sign-in';
import { auditUserAct, type UserAct } from './users-audit';

/** A link for `userId`, valid for 24 hours; an earlier one becomes worthless. Problem: notFound. */
export async function requestReset(
  context: OperationContext,
  { userId }: Readonly<{ userId: string }>,
): Promise<Outcome<OneTimeLink>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<OneTimeLink>> => {
    const user = await findUser(tx, userId);
    return user ? done(await linkFor(tx, context, user, asked.actor)) : problem({ kind: 'notFound' });
  });
}

/**
 * The same for whoever has a shell on the server, and so is not asked who they are: only `cli/` may call it.
 * `enable` lets a disabled account sign in again; `disabled` says that it still can't. Problem: notFound.
 */
export async function requestResetFromShell(
  context: OperationContext,
  { email, enable }: Readonly<{ email: string; enable: boolean }>,
): Promise<Outcome<OneTimeLink & { disabled: boolean }>> {
  return context.store.write(async (tx): Promise<Outcome<OneTimeLink & { disabled: boolean }>> => {
    const user = await findUserByEmail(tx, email);
    if (!user) return problem({ kind: 'notFound' });
    if (enable && user.disabled) {
      await setUserDisabled(tx, user.id, false);
      await auditUserAct(tx, context, { actor: 'command line', action: 'user.enabled', subject: user });
    }
    const link = await linkFor(tx, context, user, 'command line');
    return done({ ...link, disabled: user.disabled && !enable });
  });
}

/** Whose password a reset link sets. Problems: notFound, `linkUsed`, `linkExpired`. */
export async function findReset(
  { store, now }: OperationContext,
  token: string,
): Promise<Outcome<{ userId: string; email: string; disabled: boolean }>> {
  const link = await readLink(store, token, 'reset', now());
  if (!link.ok) return link;
  const user = await findUserByEmail(store, link.value.email ?? '');
  if (!user) return problem({ kind: 'notFound' });
  return done({ userId: user.id, email: user.email, disabled: user.disabled });
}

/** Sets the new password, ends every session of the account, and signs in where the account is not disabled. */
export async function resetPassword(
  context: OperationContext,
  { token, password }: NewPasswordInput,
): Promise<Outcome<SessionChange>> {
  const { store, settings, remoteAddress } = context;
  const found = await findReset(context, token);
  if (!found.ok) return found;
  const { userId, email } = found.value;
  const passwordHash = await hashPassword(store, settings, password);
  const reset = await store.write(async (tx): Promise<Outcome<User | undefined>> => {
    const link = await readLink(tx, token, 'reset', context.now());
    if (!link.ok) return link;
    await markInvitationUsed(tx, link.value.id, context.now());
    await setPasswordHash(tx, userId, passwordHash);
    const sessionsEnded = await removeSessions(tx, userId);
    const user = await findUser(tx, userId);
    await auditUserAct(tx, context, {
      actor: { userId, name: user?.name ?? email },
      action: 'user.passwordReset',
      subject: { id: userId, email },
      details: { sessionsEnded },
    });
    return done(user);
  });
  if (!reset.ok) return reset;
  if (!reset.value || reset.value.disabled) return done({ cookies: [] });
  const opened = await openSession({ email, password }, store, settings, remoteAddress);
  return done({ cookies: opened?.cookies ?? [] });
}

async function linkFor(
  tx: Tx,
  context: OperationContext,
  user: User,
  actor: UserAct['actor'],
): Promise<OneTimeLink> {
  await withdrawInvitations(tx, { purpose: 'reset', email: user.email });
  const by = actor === 'command line' ? {} : { createdById: actor.userId };
  const invitation = { purpose: 'reset', role: user.role, email: user.email, ...by } as const;
  const link = await makeLink(tx, invitation, context.settings, context.now());
  await auditUserAct(tx, context, { actor, action: 'user.resetLinkMade', subject: user });
  return link;
}
