// better-auth on our store: checks passwords, keeps sessions, signs the cookie. Accounts are made by operations only.
// Its HTTP handler is not mounted, so nothing of it can be reached from outside but through our own doors.
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Store } from '../data/store';
import type { Settings } from '../settings';
import { authSecret } from './auth-secret';
import { PASSWORD_MAX, PASSWORD_MIN } from './password';

/** A session ends this long after sign-in, used or not. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
/** The header that hands better-auth the address found by clientAddress(), for the session's row. */
export const ADDRESS_HEADER = 'x-mailspan-client-address';

type AuthSettings = Pick<Settings, 'authSecret' | 'dataDir' | 'publicUrl'>;

function makeAuth(store: Store, settings: AuthSettings) {
  return betterAuth({
    appName: 'Mailspan',
    baseURL: settings.publicUrl,
    secret: authSecret(settings),
    database: prismaAdapter(store.client, { provider: store.provider }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: 'helpdesk' },
        banned: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    // No cookie cache: whoever loses a role or a session loses it with the next request.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Ours counts per account and address, in the database: see attempts.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'mailspan',
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    // It would tell of each wrong password; the audit log does that.
    logger: { level: 'error' },
  });
}

export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Store, Auth>();

/** The one better-auth of `store`. Throws a SettingError where the secret can't be read. */
export function authOf(store: Store, settings: AuthSettings): Auth {
  const kept = made.get(store) ?? makeAuth(store, settings);
  made.set(store, kept);
  return kept;
}

/** The hash to store for a new password (scrypt, salted). */
export async function hashPassword(store: Store, settings: AuthSettings, password: string): Promise<string> {
  const { password: hasher } = await authOf(store, settings).$context;
  return hasher.hash(password);
}
