import { expect, it } from 'vitest';
import { insertAccount } from './accounts';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { lastSeen, noteSeen } from './last-seen';

describeBothEngines('noting when somebody was last here', (engine) => {
  it('is done every few minutes, and stops nobody from reading where the store can not be written', async () => {
    const store = await freshStore(engine);
    const at = new Date('2026-11-24T08:00:00.000Z');
    const userId = await store.write((tx) =>
      insertAccount(tx, { name: 'Ada', email: 'ada@contoso.com', role: 'admin', passwordHash: 'x' }),
    );
    await store.client.session.create({
      data: { id: 's', token: 't', userId, expiresAt: new Date('2027-01-01'), updatedAt: at },
    });
    const seen = async () => (await lastSeen(store)).get(userId);
    const later = new Date(at.getTime() + 360_000);
    await noteSeen(store, 's', at, later);
    expect(await seen()).toEqual(later);
    if (engine.provider === 'sqlite') await store.client.$executeRawUnsafe('PRAGMA query_only = ON');
    else {
      const raise = `RAISE EXCEPTION 'no room' USING ERRCODE = '53100'`;
      await store.client.$executeRawUnsafe(
        `CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN ${raise}; END $$ LANGUAGE plpgsql`,
      );
      await store.client.$executeRawUnsafe(
        'CREATE TRIGGER no_room BEFORE UPDATE ON "Session" EXECUTE FUNCTION no_room()',
      );
    }
    await noteSeen(store, 's', later, new Date(later.getTime() + 360_000));
    expect(await seen()).toEqual(later);
    await store.close();
  });
});
