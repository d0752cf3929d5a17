// A console with people in it, for the tests of sign-in: a real store, a clock that can be put forward.
import { onTestFinished } from 'vitest';
import type { Role } from '../auth/permissions';
import { whoHas } from '../auth/session';
import { freshStore, type TestEngine } from '../data/engines-for-tests';
import { readSettings } from '../settings';
import type { OperationContext } from './context';
import { acceptInvitation, inviteUser } from './invitations';
import type { Outcome } from './outcome';
import { completeSetUp, ensureSetUpLink } from './set-up';
import type { SessionChange } from './sign-in';

export const PASSWORD = 'correct horse battery';

/** The value of an outcome that must not be a problem. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Unexpected problem: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

/** The token in a one-time link. */
export const tokenOf = (link: string | undefined): string => /[\w-]{43}$/.exec(link ?? '')?.[0] ?? '';

/** What a browser sends back after `change`. */
export const cookieHeader = ({ cookies }: SessionChange): string =>
  cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

export type TestConsole = Awaited<ReturnType<typeof testConsole>>;

/** An empty console; `visitor` is a context of nobody, at an address. */
export async function testConsole(engine: TestEngine) {
  const store = await freshStore(engine);
  onTestFinished(() => store.close());
  const settings = readSettings({ AUTH_SECRET: 'a secret for the tests of the console' });
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const visitor = (remoteAddress = '192.0.2.1'): OperationContext => ({
    who: null,
    store,
    settings,
    now,
    remoteAddress,
  });
  const as = async (cookie: string): Promise<OperationContext> => ({
    ...visitor(),
    who: await whoHas(cookie, store, settings, now()),
  });
  /** Sets the console up with its first admin; answers the cookie. */
  const firstAdmin = async (email = 'ada@contoso.com') => {
    const token = tokenOf(await ensureSetUpLink(store, settings, now()));
    const input = { token, name: 'Ada', email, password: PASSWORD, repeated: PASSWORD };
    return cookieHeader(valueIn(await completeSetUp(visitor(), input)));
  };
  /** Invites somebody and has them join; answers the cookie. */
  const joined = async (admin: string, role: Role, email: string) => {
    const { link } = valueIn(await inviteUser(await as(admin), { role, email }));
    const input = { token: tokenOf(link), name: `A ${role}`, email, password: PASSWORD, repeated: PASSWORD };
    return cookieHeader(valueIn(await acceptInvitation(visitor(), input)));
  };
  const putForward = (ms: number) => {
    aheadMs += ms;
  };
  return { store, settings, now, visitor, as, firstAdmin, joined, putForward };
}
