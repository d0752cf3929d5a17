// The people of a test's or the demo's console, made without the screens that other tests are about.
import { hashPassword } from '../../lib/auth/auth';
import type { Role } from '../../lib/auth/permissions';
import { openSession } from '../../lib/auth/session';
import { insertAccount } from '../../lib/data/accounts';
import type { Store } from '../../lib/data/store';
import type { Settings } from '../../lib/settings';

export type Person = Readonly<{ name: string; email: string; password: string; role: Role }>;

/** Gives `person` an account. */
export async function addPerson(store: Store, settings: Settings, person: Person): Promise<void> {
  const { password, ...account } = person;
  const passwordHash = await hashPassword(store, settings, password);
  await store.write((tx) => insertAccount(tx, { ...account, passwordHash }));
}

/** A new session's cookies, as Playwright's `context.addCookies` takes them. */
export async function sessionCookies(store: Store, settings: Settings, person: Person) {
  const session = await openSession(person, store, settings, undefined);
  if (!session) throw new Error(`${person.email} can't sign in.`);
  return session.cookies.map(({ name, value }) => ({
    name,
    value: encodeURIComponent(value),
    url: settings.publicUrl,
    httpOnly: true,
    sameSite: 'Lax' as const,
  }));
}
