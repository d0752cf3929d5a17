// Everybody who may ask a console for something, and what each is taken for; and a look at all that the store holds, to see
// that nothing has come of it.
import { findUserByEmail, removeSessions, setUserDisabled, setUserRole } from '../../lib/data/users';
import { ADMIN, HELPDESK, type TestConsole } from './console';
import { type Person, sessionCookies } from './people';
import type { Caller } from './stranger';

export type Role = 'admin' | 'helpdesk' | 'nobody';

/** By what each is taken for, each under its name in a sentence. */
export type Callers = Readonly<Record<Role, Readonly<Record<string, Caller>>>>;

/** People to whom something happens before they ask. */
const MORE_PEOPLE = {
  revoked: { ...ADMIN, name: 'Rita Revoked', email: 'rita@contoso.test' },
  expired: { ...ADMIN, name: 'Ed Expired', email: 'ed@contoso.test' },
  disabled: { ...ADMIN, name: 'Dora Disabled', email: 'dora@contoso.test' },
  demoted: { ...ADMIN, name: 'Dan Demoted', email: 'dan@contoso.test' },
} as const satisfies Record<string, Person>;

/** The header by which `person` is signed in, in a new session. */
export async function cookieOf({ store, settings }: TestConsole, person: Person): Promise<Caller> {
  const cookies = await sessionCookies(store, settings, person);
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** Of a console with ADMIN and HELPDESK in it. */
export async function callersOf(console: TestConsole): Promise<Callers> {
  for (const person of Object.values(MORE_PEOPLE)) await console.addPerson(person);
  const [admin, helpdesk] = [await cookieOf(console, ADMIN), await cookieOf(console, HELPDESK)];
  const of = async (who: keyof typeof MORE_PEOPLE) => {
    const caller = await cookieOf(console, MORE_PEOPLE[who]);
    const user = await findUserByEmail(console.store, MORE_PEOPLE[who].email);
    return [caller, user?.id ?? ''] as const;
  };
  const [[revoked, revokedId], [expired, expiredId]] = [await of('revoked'), await of('expired')];
  const [[disabled, disabledId], [demoted, demotedId]] = [await of('disabled'), await of('demoted')];
  await console.store.write(async (tx) => {
    await removeSessions(tx, revokedId);
    await tx.session.updateMany({
      where: { userId: expiredId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    await setUserDisabled(tx, disabledId, true);
    await setUserRole(tx, demotedId, 'helpdesk');
  });
  const [name = '', value = ''] = (admin.cookie ?? '').split('=');
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  const [, theirs = ''] = decodeURIComponent((helpdesk.cookie ?? '').split('=')[1] ?? '').split('.');
  const cookie = (text: string): Caller => ({ cookie: `${name}=${encodeURIComponent(text)}` });
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  return {
    nobody: {
      'without a cookie': {},
      'with a session that was ended': revoked,
      'with a session that has run out': expired,
      'with a disabled account': disabled,
      'with a changed signature': cookie(`${token}.${flipped}`),
      "with another session's signature": cookie(`${token}.${theirs}`),
      'with a token alone': cookie(token),
      'with an invented role': {
        cookie: 'role=admin; who=admin',
        'x-role': 'admin',
        'x-mailspan-path': '/audit',
      },
      // CVE-2025-29927: a header by which Next.js once skipped the proxy.
      'as a request of the server itself': { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    },
    helpdesk: { helpdesk, 'an admin of yesterday': demoted },
    admin: { admin },
  };
}

/** A page of another site, in a browser in which an admin of this console is signed in. */
export const ELSEWHERE: Readonly<Record<string, Caller>> = {
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'another site over plain HTTP': { origin: 'http://evil.example' },
  'another port of this machine': { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'a page in a sandbox': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'another site that hides its name': { 'sec-fetch-site': 'cross-site' },
  'a name that is no address': { origin: 'nowhere' },
};

/** Every row of the store, but for when somebody was last seen and what workers do meanwhile. */
export async function everything({ store: { client } }: TestConsole) {
  // One that has run out is swept away as it is shown.
  const open = { expiresAt: { gt: new Date() } };
  const sessions = await client.session.findMany({ where: open, orderBy: { id: 'asc' } });
  return {
    audit: await client.auditHead.findMany(),
    users: await client.user.findMany({ orderBy: { id: 'asc' } }),
    sessions: sessions.map(({ id, userId, expiresAt }) => ({ id, userId, expiresAt })),
    invitations: await client.invitation.findMany({ orderBy: { id: 'asc' } }),
    connectors: await client.connector.findMany({ orderBy: { id: 'asc' } }),
    versions: await client.connectorVersion.count(),
    drafts: await client.connectorDraft.findMany({ orderBy: { connectorId: 'asc' } }),
    domains: await client.acceptedDomain.findMany({ orderBy: { domain: 'asc' } }),
    rules: await client.transportRule.findMany({ orderBy: { id: 'asc' } }),
    imports: await client.exchangeImport.findMany({
      orderBy: { id: 'asc' },
      omit: { file: true, report: true },
    }),
    guide: [
      await client.guideChoice.findMany(),
      await client.guideMark.count(),
      await client.guideCheck.count(),
    ],
    runs: await client.validationRun.findMany({ orderBy: { id: 'asc' }, omit: { plan: true } }),
  };
}
