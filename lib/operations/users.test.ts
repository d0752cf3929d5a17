import { expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { describeBothEngines } from '../data/engines-for-tests';
import { findUserByEmail } from '../data/users';
import { acceptInvitation, findOffer, inviteUser, openInvitations, revokeInvitation } from './invitations';
import { PASSWORD, type TestConsole, testConsole, tokenOf, valueIn } from './people-for-tests';
import { signIn } from './sign-in';
import { endSessions, everyUser, setEnabled, setRole } from './users';
import { findReset, requestReset, requestResetFromShell, resetPassword } from './users-reset';

const conflict = (code: string) => ({ ok: false, problem: { kind: 'conflict', code } });
const notFound = { ok: false, problem: { kind: 'notFound' } };
const NEW_PASSWORD = 'a better password';

const idOf = async ({ store }: TestConsole, email: string) => (await findUserByEmail(store, email))?.id ?? '';
const form = (link: string, email: string) => ({
  token: tokenOf(link),
  name: 'Eve',
  email,
  password: PASSWORD,
  repeated: PASSWORD,
});
const newPassword = (link: string) => ({
  token: tokenOf(link),
  password: NEW_PASSWORD,
  repeated: NEW_PASSWORD,
});

async function withTwoAdmins(test: TestConsole) {
  const ada = await test.firstAdmin();
  const bob = await test.joined(ada, 'admin', 'bob@contoso.com');
  const ids = { ada: await idOf(test, 'ada@contoso.com'), bob: await idOf(test, 'bob@contoso.com') };
  return { ada, bob, ids };
}

describeBothEngines('accounts', (engine) => {
  it('are changed by admins only: helpdesk and strangers get a typed refusal and nothing changes', async () => {
    const test = await testConsole(engine);
    const admin = await test.firstAdmin();
    const helper = await test.joined(admin, 'helpdesk', 'hal@contoso.com');
    const before = (await listAudit(test.store, { limit: 99 })).length;
    const userId = await idOf(test, 'ada@contoso.com');
    for (const [context, problem] of [
      [await test.as(helper), { kind: 'forbidden', permission: 'user:manage' }],
      [test.visitor(), { kind: 'signedOut' }],
    ] as const) {
      const answers = [
        await everyUser(context),
        await openInvitations(context),
        await inviteUser(context, { role: 'admin', email: undefined }),
        await revokeInvitation(context, { invitationId: 'x' }),
        await setRole(context, { userId, role: 'helpdesk' }),
        await setEnabled(context, { userId, enabled: false }),
        await endSessions(context, { userId }),
        await requestReset(context, { userId }),
      ];
      for (const answer of answers) expect(answer).toEqual({ ok: false, problem });
    }
    expect(await listAudit(test.store, { limit: 99 })).toHaveLength(before);
  });

  it('are listed with their sessions, and the last time each was seen', async () => {
    const test = await testConsole(engine);
    const { ada, ids } = await withTwoAdmins(test);
    test.putForward(6 * 60_000);
    const rows = valueIn(await everyUser(await test.as(ada)));
    expect(rows).toMatchObject([
      { name: 'A admin', role: 'admin', sessions: 1, own: false },
      { id: ids.ada, name: 'Ada', sessions: 1, own: true, disabled: false },
    ]);
    expect(rows[1]?.lastSeenAt?.getTime()).toBeGreaterThan((rows[0]?.lastSeenAt?.getTime() ?? 0) + 300_000);
  });

  it('keep one active admin: the last can neither be demoted nor disabled', async () => {
    const test = await testConsole(engine);
    const { ada, bob, ids } = await withTwoAdmins(test);
    valueIn(await setEnabled(await test.as(ada), { userId: ids.bob, enabled: false }));
    expect(await setRole(await test.as(ada), { userId: ids.ada, role: 'helpdesk' })).toEqual(
      conflict('lastAdmin'),
    );
    expect(await setEnabled(await test.as(ada), { userId: ids.ada, enabled: false })).toEqual(
      conflict('ownAccount'),
    );
    expect((await test.as(bob)).who).toBeNull();
  });

  it('keep one active admin when two demote each other at once', async () => {
    const test = await testConsole(engine);
    const { ada, bob, ids } = await withTwoAdmins(test);
    const [first, second] = [await test.as(ada), await test.as(bob)];
    const answers = await Promise.all([
      setRole(first, { userId: ids.bob, role: 'helpdesk' }),
      setEnabled(second, { userId: ids.ada, enabled: false }),
    ]);
    expect(answers.filter(({ ok }) => !ok)).toEqual([conflict('lastAdmin')]);
  });

  it('feel a new role with the next request', async () => {
    const test = await testConsole(engine);
    const { ada, bob, ids } = await withTwoAdmins(test);
    valueIn(await setRole(await test.as(ada), { userId: ids.bob, role: 'helpdesk' }));
    expect((await test.as(bob)).who?.role).toBe('helpdesk');
    expect((await listAudit(test.store, { limit: 1 }))[0]).toMatchObject({
      action: 'user.roleSet',
      actorName: 'Ada',
      subjectName: 'bob@contoso.com',
      details: { from: 'admin', to: 'helpdesk' },
    });
  });

  it('are nobody where the database holds a role that does not exist', async () => {
    const test = await testConsole(engine);
    const { bob, ids } = await withTwoAdmins(test);
    await test.store.client.user.update({ where: { id: ids.bob }, data: { role: 'owner' } });
    expect((await test.as(bob)).who).toBeNull();
  });

  it('can be signed out everywhere, the asking session excepted', async () => {
    const test = await testConsole(engine);
    const { ada, bob, ids } = await withTwoAdmins(test);
    expect(await endSessions(await test.as(ada), { userId: ids.bob })).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect((await test.as(bob)).who).toBeNull();
    valueIn(await endSessions(await test.as(ada), { userId: ids.ada }));
    expect((await test.as(ada)).who).not.toBeNull();
    expect(await endSessions(await test.as(ada), { userId: 'nobody' })).toEqual(notFound);
  });
});

describeBothEngines('an invitation', (engine) => {
  it('works once', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const { link } = valueIn(await inviteUser(admin, { role: 'helpdesk', email: undefined }));
    expect(link).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    const answers = await Promise.all(
      ['e1@contoso.com', 'e2@contoso.com'].map((email) =>
        acceptInvitation(test.visitor(), form(link, email)),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([conflict('linkUsed')]);
  });

  it('gives its own role and its own address, whatever the form says', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const { link } = valueIn(await inviteUser(admin, { role: 'helpdesk', email: 'eve@contoso.com' }));
    const forged = { ...form(link, 'mallory@evil.example'), role: 'admin' };
    valueIn(await acceptInvitation(test.visitor(), forged));
    expect(await findUserByEmail(test.store, 'eve@contoso.com')).toMatchObject({ role: 'helpdesk' });
    expect(await findUserByEmail(test.store, 'mallory@evil.example')).toBeUndefined();
  });

  it('stays good where the address that was typed is taken', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const { link } = valueIn(await inviteUser(admin, { role: 'admin', email: undefined }));
    const taken = await acceptInvitation(test.visitor(), form(link, 'ada@contoso.com'));
    expect(taken).toEqual(conflict('emailTaken'));
    expect(await acceptInvitation(test.visitor(), form(link, 'eve@contoso.com'))).toMatchObject({ ok: true });
    expect(await inviteUser(admin, { role: 'admin', email: 'eve@contoso.com' })).toEqual(
      conflict('emailTaken'),
    );
  });

  it('ends after a week, or when it is revoked', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const late = valueIn(await inviteUser(admin, { role: 'admin', email: undefined }));
    const revoked = valueIn(await inviteUser(admin, { role: 'admin', email: undefined }));
    expect(valueIn(await openInvitations(admin)).map(({ id }) => id)).toEqual([revoked.id, late.id]);
    valueIn(await revokeInvitation(admin, { invitationId: revoked.id }));
    expect(await findOffer(test.visitor(), tokenOf(revoked.link))).toEqual(notFound);
    expect(await revokeInvitation(admin, { invitationId: revoked.id })).toEqual(notFound);
    test.putForward(7 * 24 * 60 * 60_000);
    const expired = await acceptInvitation(test.visitor(), form(late.link, 'eve@contoso.com'));
    expect(expired).toEqual(conflict('linkExpired'));
  });

  it('opens no other door', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const { link } = valueIn(await inviteUser(admin, { role: 'admin', email: undefined }));
    expect(await resetPassword(test.visitor(), newPassword(link))).toEqual(notFound);
  });
});

describeBothEngines('a reset', (engine) => {
  it('sets the password once, ends the other sessions and signs in', async () => {
    const test = await testConsole(engine);
    const { ada, bob, ids } = await withTwoAdmins(test);
    const { link } = valueIn(await requestReset(await test.as(ada), { userId: ids.bob }));
    expect(valueIn(await findReset(test.visitor(), tokenOf(link)))).toMatchObject({
      email: 'bob@contoso.com',
    });
    expect(valueIn(await resetPassword(test.visitor(), newPassword(link))).cookies).toHaveLength(1);
    expect((await test.as(bob)).who).toBeNull();
    expect(await resetPassword(test.visitor(), newPassword(link))).toEqual(conflict('linkUsed'));
    const email = 'bob@contoso.com';
    expect(await signIn(test.visitor(), { email, password: PASSWORD })).toEqual(conflict('wrongPassword'));
    expect(await signIn(test.visitor(), { email, password: NEW_PASSWORD })).toMatchObject({ ok: true });
  });

  it('from the shell enables the account only where that is asked for', async () => {
    const test = await testConsole(engine);
    const { ada, ids } = await withTwoAdmins(test);
    valueIn(await setEnabled(await test.as(ada), { userId: ids.bob, enabled: false }));
    const asked = { email: 'bob@contoso.com', enable: false };
    const still = valueIn(await requestResetFromShell(test.visitor(), asked));
    expect(still.disabled).toBe(true);
    expect(valueIn(await resetPassword(test.visitor(), newPassword(still.link))).cookies).toEqual([]);
    const back = valueIn(await requestResetFromShell(test.visitor(), { ...asked, enable: true }));
    expect(back.disabled).toBe(false);
    expect(valueIn(await resetPassword(test.visitor(), newPassword(back.link))).cookies).toHaveLength(1);
    expect(await requestResetFromShell(test.visitor(), { ...asked, email: 'no@contoso.com' })).toEqual(
      notFound,
    );
  });

  it('of an earlier day or an earlier request is worth nothing', async () => {
    const test = await testConsole(engine);
    await test.firstAdmin();
    const asked = { email: 'ada@contoso.com', enable: false };
    const first = valueIn(await requestResetFromShell(test.visitor(), asked));
    const second = valueIn(await requestResetFromShell(test.visitor(), asked));
    expect(await resetPassword(test.visitor(), newPassword(first.link))).toEqual(notFound);
    test.putForward(24 * 60 * 60_000);
    expect(await resetPassword(test.visitor(), newPassword(second.link))).toEqual(conflict('linkExpired'));
  });
});
