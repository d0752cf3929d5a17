// Sign in with e-mail and password, and out again. Says nothing about which of the two was wrong.
import type { SignInInput } from '../auth/account-input';
import { addressGroup } from '../auth/client-address';
import { forgottenCookies, openSession, type SessionCookie } from '../auth/session';
import { type AttemptLimit, countAttempt, forgetAttempts } from '../data/attempts';
import { appendAudit } from '../data/audit';
import { findUser, findUserByEmail, removeSessions } from '../data/users';
import type { OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';

/** What changed about who is signed in: the cookies that the browser has to be given. */
export type SessionChange = Readonly<{ cookies: readonly SessionCookie[] }>;

const WINDOW_MS = 10 * 60_000;
const PER_ACCOUNT_AND_ADDRESS = 5;
const PER_ADDRESS = 30;

/**
 * Opens a session. Problems: `wrongPassword` (also where nobody has the address), `accountDisabled` (only after the
 * right password), rateLimited beyond 5 attempts per account and address, or 30 per address, in ten minutes.
 */
export async function signIn(context: OperationContext, input: SignInInput): Promise<Outcome<SessionChange>> {
  const { store, settings, remoteAddress } = context;
  const [account, address] = limitsOf(input.email, remoteAddress);
  const waitSeconds = await countAttempt(store, [account, address], context.now());
  if (waitSeconds) return problem({ kind: 'rateLimited', retryAfterSeconds: waitSeconds });

  const opened = await openSession(input, store, settings, remoteAddress);
  if (!opened) {
    await auditSignIn(context, 'user.signInRefused', input.email);
    return conflict('wrongPassword');
  }
  const user = await findUser(store, opened.userId);
  if (!user || user.disabled) {
    await removeSessions(store, opened.userId);
    await auditSignIn(context, 'user.signInRefused', input.email);
    return conflict('accountDisabled');
  }
  await forgetAttempts(store, account.key);
  await auditSignIn(context, 'user.signedIn', input.email);
  return done({ cookies: opened.cookies });
}

/** Ends the session that asks, and nothing else. Succeeds too where nobody is signed in. */
export async function signOut({
  who,
  store,
  settings,
  now,
  remoteAddress,
}: OperationContext): Promise<Outcome<SessionChange>> {
  if (who) {
    await store.write(async (tx) => {
      await tx.session.deleteMany({ where: { id: who.sessionId } });
      await appendAudit(tx, {
        at: now(),
        actorId: who.userId,
        actorName: who.name,
        action: 'user.signedOut',
        subjectKind: 'user',
        subjectId: who.userId,
        subjectName: who.email,
        ...(remoteAddress && { remoteAddress }),
      });
    });
  }
  return done({ cookies: await forgottenCookies(store, settings) });
}

function limitsOf(email: string, remoteAddress: string | undefined): [AttemptLimit, AttemptLimit] {
  const group = addressGroup(remoteAddress);
  return [
    { key: `sign-in ${group} ${email}`, max: PER_ACCOUNT_AND_ADDRESS, windowMs: WINDOW_MS },
    { key: `sign-in ${group}`, max: PER_ADDRESS, windowMs: WINDOW_MS },
  ];
}

/** An address that nobody has is not kept: people type passwords into the wrong box. */
async function auditSignIn(
  { store, now, remoteAddress }: OperationContext,
  action: 'user.signedIn' | 'user.signInRefused',
  email: string,
): Promise<void> {
  await store.write(async (tx) => {
    const user = await findUserByEmail(tx, email);
    const known = action === 'user.signedIn' ? user : undefined;
    await appendAudit(tx, {
      at: now(),
      ...(known && { actorId: known.id }),
      actorName: known?.name ?? '',
      action,
      subjectKind: 'user',
      ...(user && { subjectId: user.id, subjectName: user.email }),
      ...(remoteAddress && { remoteAddress }),
    });
  });
}
