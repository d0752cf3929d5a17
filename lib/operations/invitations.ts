// Inviting people by a link that the admin hands over, so that no mail server is needed.
import type { InvitationInput, NewAccountInput } from '../auth/account-input';
import { hashPassword } from '../auth/auth';
import type { Role } from '../auth/permissions';
import { openSession } from '../auth/session';
import { insertAccount, isEmailTaken } from '../data/accounts';
import { markInvitationUsed, withdrawInvitations } from '../data/invitations';
import { listOpenInvitations, type OpenInvitation, removeOpenInvitation } from '../data/open-invitations';
import { findUserByEmail } from '../data/users';
import { allowed, type OperationContext } from './context';
import { makeLink, type OneTimeLink, readLink } from './invitation-links';
import { conflict, done, type Outcome, problem } from './outcome';
import type { SessionChange } from './sign-in';
import { auditUserAct } from './users-audit';

export type { OpenInvitation };

/** Makes a link, valid for 7 days; an earlier one for the same address becomes worthless. Problem: `emailTaken`. */
export async function inviteUser(
  context: OperationContext,
  { role, email }: InvitationInput,
): Promise<Outcome<OneTimeLink>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<OneTimeLink>> => {
    if (email && (await findUserByEmail(tx, email))) return conflict('emailTaken');
    if (email) await withdrawInvitations(tx, { purpose: 'invite', email });
    const invitation = {
      purpose: 'invite',
      role,
      createdById: asked.actor.userId,
      ...(email && { email }),
    } as const;
    const link = await makeLink(tx, invitation, context.settings, context.now());
    await auditUserAct(tx, context, {
      actor: asked.actor,
      action: 'user.invited',
      subject: email ? { email } : {},
      details: { role, invitationId: link.id },
    });
    return done(link);
  });
}

/** The links that were handed out and not used yet, resets among them. */
export async function openInvitations(context: OperationContext): Promise<Outcome<OpenInvitation[]>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  return done(await listOpenInvitations(context.store, context.now()));
}

/** Makes a link worthless. Problem: notFound, where it was used or revoked already. */
export async function revokeInvitation(
  context: OperationContext,
  { invitationId }: Readonly<{ invitationId: string }>,
): Promise<Outcome<undefined>> {
  const asked = allowed(context, 'user:manage');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<undefined>> => {
    const removed = await removeOpenInvitation(tx, invitationId);
    if (!removed) return problem({ kind: 'notFound' });
    await auditUserAct(tx, context, {
      actor: asked.actor,
      action: 'user.invitationRevoked',
      subject: removed.email ? { email: removed.email } : {},
      details: { purpose: removed.purpose, role: removed.role, invitationId },
    });
    return done(undefined);
  });
}

/** What an invitation offers to whoever holds its link. Problems: notFound, `linkUsed`, `linkExpired`. */
export async function findOffer(
  { store, now }: OperationContext,
  token: string,
): Promise<Outcome<{ role: Role; email?: string }>> {
  const link = await readLink(store, token, 'invite', now());
  if (!link.ok) return link;
  const { role, email } = link.value;
  return done({ role, ...(email !== undefined && { email }) });
}

/**
 * Makes the invited person's account and signs them in. The role, and the address where the invitation names one,
 * are the invitation's. Problems: `emailTaken` (the link stays good), `linkUsed`, `linkExpired`, notFound.
 */
export async function acceptInvitation(
  context: OperationContext,
  input: NewAccountInput,
): Promise<Outcome<SessionChange>> {
  const { store, settings, remoteAddress } = context;
  const offer = await findOffer(context, input.token);
  if (!offer.ok) return offer;
  const passwordHash = await hashPassword(store, settings, input.password);
  try {
    const joined = await store.write(async (tx): Promise<Outcome<string>> => {
      const link = await readLink(tx, input.token, 'invite', context.now());
      if (!link.ok) return link;
      const { role, email = input.email } = link.value;
      await markInvitationUsed(tx, link.value.id, context.now());
      const userId = await insertAccount(tx, { name: input.name, email, role, passwordHash });
      await auditUserAct(tx, context, {
        actor: { userId, name: input.name },
        action: 'user.joined',
        subject: { id: userId, email },
        details: { role, invitationId: link.value.id },
      });
      return done(email);
    });
    if (!joined.ok) return joined;
    const signedIn = { email: joined.value, password: input.password };
    const opened = await openSession(signedIn, store, settings, remoteAddress);
    if (!opened) throw new Error('The account was made but its password is not accepted.');
    return done({ cookies: opened.cookies });
  } catch (error) {
    if (isEmailTaken(error)) return conflict('emailTaken');
    throw error;
  }
}
