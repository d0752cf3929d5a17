import { expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { describeBothEngines } from '../data/engines-for-tests';
import { cookieHeader, PASSWORD, testConsole, tokenOf, valueIn } from './people-for-tests';
import { completeSetUp, ensureSetUpLink, findSetUpLink } from './set-up';

const conflict = (code: string) => ({ ok: false, problem: { kind: 'conflict', code } });
const notFound = { ok: false, problem: { kind: 'notFound' } };
const form = (token: string, email: string) => ({
  token,
  name: 'Ada',
  email,
  password: PASSWORD,
  repeated: PASSWORD,
});
const DAY_MS = 24 * 60 * 60_000;

describeBothEngines('the set-up link', (engine) => {
  it('makes the first admin, signs them in, and is in the audit log', async () => {
    const { store, settings, now, visitor, as } = await testConsole(engine);
    const link = await ensureSetUpLink(store, settings, now());
    expect(link).toMatch(/^http:\/\/localhost:3000\/set-up\?token=[\w-]{43}$/);
    const change = valueIn(await completeSetUp(visitor(), form(tokenOf(link), 'ada@contoso.com')));
    expect((await as(cookieHeader(change))).who).toMatchObject({ email: 'ada@contoso.com', role: 'admin' });
    expect(change.cookies).toMatchObject([
      {
        name: 'mailspan.session_token',
        options: { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 604_800 },
      },
    ]);
    expect((await listAudit(store, { limit: 9 })).map(({ action }) => action)).toEqual(['user.setUp']);
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 1 });
  });

  it('lets one of two win who open it at once', async () => {
    const { store, settings, now, visitor } = await testConsole(engine);
    const token = tokenOf(await ensureSetUpLink(store, settings, now()));
    const answers = await Promise.all(
      ['a@contoso.com', 'b@contoso.com'].map((email) => completeSetUp(visitor(), form(token, email))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([conflict('linkUsed')]);
    expect(await store.client.user.count()).toBe(1);
  });

  it('says that it was used, once there is an admin, and is made no more', async () => {
    const { store, settings, now, visitor, firstAdmin } = await testConsole(engine);
    const token = tokenOf(await ensureSetUpLink(store, settings, now()));
    await firstAdmin();
    expect(await findSetUpLink(visitor(), token)).toEqual(conflict('linkUsed'));
    expect(await completeSetUp(visitor(), form(token, 'eve@contoso.com'))).toEqual(conflict('linkUsed'));
    expect(await ensureSetUpLink(store, settings, now())).toBeUndefined();
  });

  it('is replaced by the next start, ends after a day, and can not be guessed', async () => {
    const { store, settings, now, visitor, putForward } = await testConsole(engine);
    const first = tokenOf(await ensureSetUpLink(store, settings, now()));
    const second = tokenOf(await ensureSetUpLink(store, settings, now()));
    expect(await findSetUpLink(visitor(), first)).toEqual(notFound);
    expect(await findSetUpLink(visitor(), second)).toMatchObject({ ok: true });
    expect(await findSetUpLink(visitor(), 'x'.repeat(43))).toEqual(notFound);
    expect(await findSetUpLink(visitor(), '')).toEqual(notFound);
    putForward(DAY_MS);
    expect(await completeSetUp(visitor(), form(second, 'a@contoso.com'))).toEqual(conflict('linkExpired'));
  });

  it('is not in the database, which holds only its hash', async () => {
    const { store, settings, now } = await testConsole(engine);
    const token = tokenOf(await ensureSetUpLink(store, settings, now()));
    expect(JSON.stringify(await store.client.invitation.findMany())).not.toContain(token);
  });
});
