import { expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { describeBothEngines } from '../data/engines-for-tests';
import { findUserByEmail } from '../data/users';
import { cookieHeader, PASSWORD, type TestConsole, testConsole, valueIn } from './people-for-tests';
import { signIn, signOut } from './sign-in';
import { setEnabled } from './users';

const wrong = { ok: false, problem: { kind: 'conflict', code: 'wrongPassword' } };
const right = { email: 'ada@contoso.com', password: PASSWORD };
const guess = { email: 'ada@contoso.com', password: 'not the password' };

/** Tries `times` times from `address`; answers the last outcome. */
async function tries({ visitor }: TestConsole, times: number, address: string, email = guess.email) {
  for (let tried = 1; tried < times; tried += 1) await signIn(visitor(address), { ...guess, email });
  return signIn(visitor(address), { ...guess, email });
}

describeBothEngines('signing in', (engine) => {
  it('opens a session with the right password, and each end has its line in the audit log', async () => {
    const { store, as, firstAdmin, visitor } = await testConsole(engine);
    await firstAdmin();
    const cookie = cookieHeader(valueIn(await signIn(visitor(), right)));
    const context = await as(cookie);
    expect(context.who).toMatchObject({ name: 'Ada', role: 'admin' });
    const { cookies } = valueIn(await signOut(context));
    expect(cookies).toContainEqual(expect.objectContaining({ name: 'mailspan.session_token', value: '' }));
    expect((await as(cookie)).who).toBeNull();
    const actions = (await listAudit(store, { limit: 9 })).map(({ action }) => action);
    expect(actions).toEqual(['user.signedOut', 'user.signedIn', 'user.setUp']);
  });

  it('answers the same to a wrong password and to an unknown address', async () => {
    const { firstAdmin, visitor } = await testConsole(engine);
    await firstAdmin();
    expect(await signIn(visitor(), guess)).toEqual(wrong);
    expect(await signIn(visitor(), { ...right, email: 'nobody@contoso.com' })).toEqual(wrong);
  });

  it('believes no cookie that it did not sign', async () => {
    const { as, firstAdmin } = await testConsole(engine);
    const cookie = await firstAdmin();
    const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0];
    expect((await as(`mailspan.session_token=${token}`)).who).toBeNull();
    expect((await as(`mailspan.session_token=${token}.${'A'.repeat(43)}=`)).who).toBeNull();
    expect((await as('mailspan.session_token=')).who).toBeNull();
  });

  it('waits after five tries, only for that account and address, until the ten minutes are over', async () => {
    const test = await testConsole(engine);
    await test.firstAdmin();
    expect(await tries(test, 5, '192.0.2.1')).toEqual(wrong);
    const refused = await signIn(test.visitor('192.0.2.1'), right);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'rateLimited' } });
    if (refused.ok || refused.problem.kind !== 'rateLimited') throw new Error('unreachable');
    expect(refused.problem.retryAfterSeconds).toBeGreaterThan(590);
    expect(await signIn(test.visitor('192.0.2.9'), right)).toMatchObject({ ok: true });
    test.putForward(10 * 60_000);
    expect(await signIn(test.visitor('192.0.2.1'), right)).toMatchObject({ ok: true });
  });

  it('lets no more through when the tries come at once', async () => {
    const { firstAdmin, visitor } = await testConsole(engine);
    await firstAdmin();
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(visitor(), guess)));
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(wrong))).toHaveLength(5);
  });

  it('waits after thirty tries from one address, whatever the account', async () => {
    const test = await testConsole(engine);
    for (let n = 0; n < 6; n += 1) await tries(test, 5, '2001:db8::1', `u${n}@contoso.com`);
    expect(await tries(test, 1, '2001:db8::2', 'other@contoso.com')).toMatchObject({
      problem: { kind: 'rateLimited' },
    });
  });

  it('forgets the wrong tries after a right one', async () => {
    const test = await testConsole(engine);
    await test.firstAdmin();
    await tries(test, 4, '192.0.2.1');
    valueIn(await signIn(test.visitor(), right));
    expect(await tries(test, 4, '192.0.2.1')).toEqual(wrong);
  });

  it('is over at once for a disabled account, and says why only after the right password', async () => {
    const { store, as, firstAdmin, joined, visitor } = await testConsole(engine);
    const admin = await firstAdmin();
    const helper = await joined(admin, 'helpdesk', 'hal@contoso.com');
    const hal = await findUserByEmail(store, 'hal@contoso.com');
    valueIn(await setEnabled(await as(admin), { userId: hal?.id ?? '', enabled: false }));
    expect((await as(helper)).who).toBeNull();
    const disabled = { ok: false, problem: { kind: 'conflict', code: 'accountDisabled' } };
    expect(await signIn(visitor(), { email: 'hal@contoso.com', password: PASSWORD })).toEqual(disabled);
    expect(await signIn(visitor(), { ...guess, email: 'hal@contoso.com' })).toEqual(wrong);
    expect(await store.client.session.count({ where: { userId: hal?.id ?? '' } })).toBe(0);
  });

  it('keeps nothing of what was typed for an account that nobody has', async () => {
    const { store, visitor } = await testConsole(engine);
    await signIn(visitor(), { email: 'secret@typed.example', password: PASSWORD });
    expect(JSON.stringify(await listAudit(store, { limit: 9 }))).not.toContain('secret@typed');
    const counters = await store.client.rateLimit.findMany({ select: { key: true } });
    expect(JSON.stringify(counters)).not.toContain('secret@typed');
  });
});
