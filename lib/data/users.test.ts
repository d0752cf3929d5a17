import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { findInvitation, insertInvitation, markInvitationUsed, withdrawInvitations } from './invitations';
import type { Store } from './store';
import {
  countActiveAdmins,
  findUser,
  findUserByEmail,
  listUsers,
  removeSessions,
  setUserDisabled,
  setUserRole,
} from './users';

const now = new Date('2026-11-24T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describeBothEngines('People', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.client.user.deleteMany();
    await store.client.user.createMany({
      data: ['Ada', 'Bea', 'Cleo'].map((name) => ({
        id: name,
        name,
        email: `${name.toLowerCase()}@contoso.com`,
        role: name === 'Cleo' ? 'helpdesk' : 'admin',
      })),
    });
  });
  const openSession = (userId: string, id: string, expiresAt: Date) =>
    store.client.session.create({ data: { id, token: id, userId, expiresAt } });

  it('are listed with the sessions that they have open', async () => {
    await openSession('Ada', 's1', later(5));
    await openSession('Ada', 's2', later(-5));
    const people = await listUsers(store, now);
    expect(people.map(({ name, role, disabled, sessions }) => [name, role, disabled, sessions])).toEqual([
      ['Ada', 'admin', false, 1],
      ['Bea', 'admin', false, 0],
      ['Cleo', 'helpdesk', false, 0],
    ]);
    expect(await findUserByEmail(store, 'Ada@Contoso.com')).toMatchObject({ id: 'Ada' });
  });

  it('keep one active admin, where both admins demote each other at once', async () => {
    const demote = (id: string) => store.write((tx) => setUserRole(tx, id, 'helpdesk'));
    const answers = await Promise.all([demote('Ada'), demote('Bea')]);
    expect(answers.sort()).toEqual(['done', 'lastAdmin']);
    expect(await countActiveAdmins(store)).toBe(1);
  });

  it('keep one active admin, where one is disabled while the other is demoted', async () => {
    const answers = await Promise.all([
      store.write((tx) => setUserDisabled(tx, 'Ada', true)),
      store.write((tx) => setUserRole(tx, 'Bea', 'helpdesk')),
    ]);
    expect(answers.sort()).toEqual(['done', 'lastAdmin']);
    expect(await countActiveAdmins(store)).toBe(1);
  });

  it('change roles and come back after they were disabled', async () => {
    const change = store.write;
    expect(await change((tx) => setUserDisabled(tx, 'Cleo', true))).toBe('done');
    expect(await findUser(store, 'Cleo')).toMatchObject({ disabled: true });
    expect(await change((tx) => setUserDisabled(tx, 'Cleo', false))).toBe('done');
    expect(await change((tx) => setUserRole(tx, 'Cleo', 'admin'))).toBe('done');
    expect(await findUser(store, 'Cleo')).toMatchObject({ role: 'admin', disabled: false });
    expect(await change((tx) => setUserRole(tx, 'Nobody', 'helpdesk'))).toBe('notFound');
  });

  it('are signed out everywhere, but for the session that asks', async () => {
    await openSession('Bea', 'here', later(5));
    await openSession('Bea', 'there', later(5));
    expect(await removeSessions(store, 'Bea', 'here')).toBe(1);
    expect(await removeSessions(store, 'Bea')).toBe(1);
  });

  it('take their sessions and passwords with them when they go', async () => {
    await openSession('Bea', 's3', later(5));
    await store.client.account.create({
      data: { id: 'a', accountId: 'Bea', providerId: 'credential', userId: 'Bea', password: 'hash' },
    });
    await store.client.user.delete({ where: { id: 'Bea' } });
    expect(await store.client.session.count({ where: { userId: 'Bea' } })).toBe(0);
    expect(await store.client.account.count()).toBe(0);
  });

  it('use an invitation once, where ten open the link together', async () => {
    const invitation = { purpose: 'invite', role: 'helpdesk', createdAt: now, expiresAt: later(60) } as const;
    const id = await insertInvitation(store, { ...invitation, tokenHash: 'h1', email: 'dora@contoso.com' });
    expect(await findInvitation(store, 'h1')).toEqual({ id, ...invitation, email: 'dora@contoso.com' });
    expect(await findInvitation(store, 'other')).toBeUndefined();
    const tries = Array.from({ length: 10 }, () => markInvitationUsed(store, id, later(1)));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    expect(await findInvitation(store, 'h1')).toMatchObject({ usedAt: later(1) });
  });

  it('can not use an invitation that is over or was withdrawn', async () => {
    const invitation = { purpose: 'reset', role: 'admin', createdAt: now, expiresAt: later(60) } as const;
    const id = await insertInvitation(store, { ...invitation, tokenHash: 'h2', email: 'ada@contoso.com' });
    expect(await markInvitationUsed(store, id, later(61))).toBe(false);
    expect(await withdrawInvitations(store, { purpose: 'reset', email: 'bea@contoso.com' })).toBe(0);
    expect(await withdrawInvitations(store, { purpose: 'reset', email: 'ada@contoso.com' })).toBe(1);
    expect(await markInvitationUsed(store, id, later(1))).toBe(false);
  });
});
