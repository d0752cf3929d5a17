import { expect, it } from 'vitest';
import { appendAudit, listAudit } from '../data/audit';
import { unguardAudit } from '../data/audit-for-tests';
import { describeBothEngines } from '../data/engines-for-tests';
import { auditEntry, auditedPeople, auditLog, auditLogInput } from './audit-log';
import { exportAuditLog } from './audit-log-export';
import { type AuditView, WHOLE_LOG } from './audit-log-query';
import { verifyAuditLog } from './audit-log-verify';
import { type TestConsole, testConsole, valueIn } from './people-for-tests';
import { signIn } from './sign-in';
import { requestResetFromShell } from './users-reset';

const view = (over: Partial<AuditView> = {}) => ({ view: { ...WHOLE_LOG, ...over }, timeZone: 'UTC' });

/** A console with an admin, and what she reads in the log. */
async function reader(test: TestConsole) {
  const cookie = await test.firstAdmin();
  const admin = await test.as(cookie);
  const read = async (over?: Partial<AuditView>) => valueIn(await auditLog(admin, view(over)));
  const actions = async (over?: Partial<AuditView>) => (await read(over)).entries.map(({ action }) => action);
  return { cookie, admin, read, actions };
}

describeBothEngines('The audit log', (engine) => {
  it('is for admins: helpdesk and strangers get a typed refusal', async () => {
    const test = await testConsole(engine);
    const { cookie } = await reader(test);
    const helper = await test.as(await test.joined(cookie, 'helpdesk', 'hal@contoso.com'));
    const before = await listAudit(test.store, { limit: 99 });
    for (const [context, problem] of [
      [helper, { kind: 'forbidden', permission: 'audit:read' }],
      [test.visitor(), { kind: 'signedOut' }],
    ] as const) {
      const answers = [
        await auditLog(context, view()),
        await auditEntry(context, { sequence: 1 }),
        await auditedPeople(context),
        await verifyAuditLog(context),
        await exportAuditLog(context, { ...view(), format: 'json' }, () => ''),
      ];
      for (const answer of answers) expect(answer).toEqual({ ok: false, problem });
    }
    expect(await listAudit(test.store, { limit: 99 })).toEqual(before);
  });

  it('is read by person, by what they did, by subject and by day', async () => {
    const test = await testConsole(engine);
    const { cookie, admin, actions } = await reader(test);
    await test.joined(cookie, 'helpdesk', 'hal@contoso.com');
    await requestResetFromShell(test.visitor(), { email: 'ada@contoso.com', enable: false });
    await signIn(test.visitor(), { email: 'ada@contoso.com', password: 'wrong' });
    expect(await actions()).toEqual([
      'user.signInRefused',
      'user.resetLinkMade',
      'user.joined',
      'user.invited',
      'user.setUp',
    ]);
    expect(await actions({ person: admin.who?.userId ?? '' })).toEqual(['user.invited', 'user.setUp']);
    expect(await actions({ person: 'commandLine' })).toEqual(['user.resetLinkMade']);
    expect(await actions({ person: 'nobody' })).toEqual(['user.signInRefused']);
    expect(await actions({ group: 'signIn', subject: 'ADA@' })).toEqual([
      'user.signInRefused',
      'user.resetLinkMade',
    ]);
    expect(await actions({ group: 'connectors' })).toEqual([]);
    const today = test.now().toISOString().slice(0, 10);
    expect(await actions({ from: today, to: today, group: 'users' })).toHaveLength(3);
    expect(await actions({ to: '2020-01-01' })).toEqual([]);
    expect(valueIn(await auditedPeople(admin)).map(({ name }) => name)).toEqual(['A helpdesk', 'Ada']);
  });

  it('comes in pages of fifty, and each entry by its number', async () => {
    const test = await testConsole(engine);
    const { admin, read } = await reader(test);
    expect(await read()).toMatchObject({ more: false, none: false });
    await test.store.write(async (tx) => {
      const entry = { at: test.now(), actorName: 'Ada', action: 'test', subjectKind: 'test' };
      for (let number = 0; number < 50; number += 1) await appendAudit(tx, entry);
    });
    const first = await read();
    expect([first.entries.length, first.more, first.entries.at(-1)?.sequence]).toEqual([50, true, 2]);
    const second = await read({ before: 2 });
    expect([second.entries.length, second.more]).toEqual([1, false]);
    expect(valueIn(await auditEntry(admin, { sequence: 1 }))).toEqual(second.entries[0]);
    expect(await auditEntry(admin, { sequence: 99 })).toEqual({ ok: false, problem: { kind: 'notFound' } });
  });

  it('says whether it is whole, with the hash by which that can be told later', async () => {
    const test = await testConsole(engine);
    const { admin, read } = await reader(test);
    const newest = (await read()).entries[0]?.hash;
    expect(valueIn(await verifyAuditLog(admin))).toEqual({ ok: true, count: 1, newestHash: newest });
    await unguardAudit(test.store);
    await test.store.client.auditEntry.update({ where: { sequence: 1 }, data: { actorName: 'Mallory' } });
    expect(valueIn(await verifyAuditLog(admin))).toEqual({ ok: false, atSequence: 1, fault: 'changed' });
  });
});

it.each([
  ['another group', { group: 'everything' }],
  ['a day that is none', { from: '2026-02-30' }],
  ['a number that is none', { before: 0.5 }],
  ['text that no database holds', { subject: 'a\0b' }],
  ['half a letter', { person: '\ud800' }],
  ['something more', { limit: 1_000_000 }],
])('The audit log refuses %s', (_, over) => {
  expect(auditLogInput.safeParse(view()).success).toBe(true);
  expect(auditLogInput.safeParse(view(over as Partial<AuditView>)).success).toBe(false);
});
