// Who a session cookie belongs to, and the cookies that open and end a session. Believes only the database.

import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { z } from 'zod';
import { noteSeen } from '../data/last-seen';
import type { Store } from '../data/store';
import type { Settings } from '../settings';
import { ADDRESS_HEADER, authOf } from './auth';
import { type Actor, ROLES } from './permissions';

/** A cookie to set on the answer; `options` as next/headers takes them. */
export type SessionCookie = Readonly<{
  name: string;
  value: string;
  options: ReturnType<typeof toCookieOptions>;
}>;

const activePerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  banned: z.literal(false),
});

/** The person whose session `cookie` (a Cookie header) carries, as the database knows them now; else null. */
export async function whoHas(
  cookie: string | null,
  store: Store,
  settings: Settings,
  now: Date,
): Promise<Actor | null> {
  if (!cookie) return null;
  const found = await authOf(store, settings).api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: true },
  });
  const person = activePerson.safeParse(found?.user);
  if (!found || !person.success) return null;
  await noteSeen(store, found.session.id, found.session.updatedAt, now);
  const { id: userId, name, email, role } = person.data;
  return { userId, name, email, role, sessionId: found.session.id };
}

export type OpenedSession = Readonly<{ userId: string; name: string; cookies: readonly SessionCookie[] }>;

/**
 * Opens a session where the password is right. Undefined where it is wrong or nobody has the address,
 * after the same work in both cases.
 */
export async function openSession(
  { email, password }: Readonly<{ email: string; password: string }>,
  store: Store,
  settings: Settings,
  remoteAddress: string | undefined,
): Promise<OpenedSession | undefined> {
  const asked = new Headers(remoteAddress ? { [ADDRESS_HEADER]: remoteAddress } : {});
  try {
    const { headers, response } = await authOf(store, settings).api.signInEmail({
      body: { email, password },
      headers: asked,
      returnHeaders: true,
    });
    return { userId: response.user.id, name: response.user.name, cookies: cookiesOf(headers) };
  } catch (error) {
    if (refusal.safeParse(error).success) return undefined;
    throw error;
  }
}

/** The cookies that make a browser forget its session; the session's row is removed by the operation. */
export async function forgottenCookies(store: Store, settings: Settings): Promise<readonly SessionCookie[]> {
  const { headers } = await authOf(store, settings).api.signOut({
    headers: new Headers(),
    returnHeaders: true,
  });
  return cookiesOf(headers);
}

/** better-auth's answer to a wrong address or password. */
const refusal = z.object({
  body: z.object({ code: z.enum(['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'PASSWORD_TOO_LONG']) }),
});

function cookiesOf(headers: Headers): SessionCookie[] {
  const read = parseSetCookieHeader(headers.get('set-cookie') ?? '');
  return [...read].map(([name, cookie]) => ({
    name,
    value: cookie.value,
    options: toCookieOptions(cookie),
  }));
}
