// The first start: a one-time link that lets whoever opens it become the first admin. Refuses once anybody has an account.
import type { NewAccountInput } from '../auth/account-input';
import { hashPassword } from '../auth/auth';
import { openSession } from '../auth/session';
import { insertAccount, noAccounts } from '../data/accounts';
import { appendAudit } from '../data/audit';
import { markInvitationUsed, withdrawInvitations } from '../data/invitations';
import type { Store } from '../data/store';
import type { Settings } from '../settings';
import type { OperationContext } from './context';
import { makeLink, readLink } from './invitation-links';
import { conflict, done, type Outcome } from './outcome';
import type { SessionChange } from './sign-in';

/**
 * The set-up link to print at start, valid for 24 hours, or undefined where somebody has an account.
 * An earlier link becomes worthless.
 */
export async function ensureSetUpLink(
  store: Store,
  settings: Settings,
  now: Date,
): Promise<string | undefined> {
  if (!(await noAccounts(store))) return undefined;
  return store.write(async (tx) => {
    if (!(await noAccounts(tx))) return undefined;
    await withdrawInvitations(tx, { purpose: 'setup' });
    return (await makeLink(tx, { purpose: 'setup', role: 'admin' }, settings, now)).link;
  });
}

/** Whether a set-up link can be used. Problems: `linkUsed` once there is an admin, `linkExpired`, notFound. */
export async function findSetUpLink(
  { store, now }: OperationContext,
  token: string,
): Promise<Outcome<undefined>> {
  if (!(await noAccounts(store))) return conflict('linkUsed');
  const link = await readLink(store, token, 'setup', now());
  return link.ok ? done(undefined) : link;
}

/** Makes the first admin and signs them in. Of several who try at once, one succeeds; the others get `linkUsed`. */
export async function completeSetUp(
  context: OperationContext,
  { token, name, email, password }: NewAccountInput,
): Promise<Outcome<SessionChange>> {
  const { store, settings, remoteAddress } = context;
  const found = await findSetUpLink(context, token);
  if (!found.ok) return found;
  const passwordHash = await hashPassword(store, settings, password);
  const made = await store.write(async (tx): Promise<Outcome<string>> => {
    if (!(await noAccounts(tx))) return conflict('linkUsed');
    const now = context.now();
    const link = await readLink(tx, token, 'setup', now);
    if (!link.ok) return link;
    await markInvitationUsed(tx, link.value.id, now);
    const userId = await insertAccount(tx, { name, email, role: 'admin', passwordHash });
    await appendAudit(tx, {
      at: now,
      actorId: userId,
      actorName: name,
      action: 'user.setUp',
      subjectKind: 'user',
      subjectId: userId,
      subjectName: email,
      details: { role: 'admin' },
      ...(remoteAddress && { remoteAddress }),
    });
    return done(userId);
  });
  if (!made.ok) return made;
  const opened = await openSession({ email, password }, store, settings, remoteAddress);
  if (!opened) throw new Error('The account was made but its password is not accepted.');
  return done({ cookies: opened.cookies });
}

/** True where nobody has an account, so that the sign-in page can point to the set-up link. */
export const awaitsSetUp = ({ store }: OperationContext): Promise<boolean> => noAccounts(store);
