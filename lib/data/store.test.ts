import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendAudit, verifyAudit } from './audit';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { openStore, type Store, type StoreLocation } from './store';

const appender = join(import.meta.dirname, 'append-for-tests.ts');
const appendElsewhere = (location: StoreLocation, count: number) =>
  promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    appender,
    JSON.stringify(location),
    String(count),
  ]);

describeBothEngines('The store', (engine) => {
  let store: Store & { location: StoreLocation };
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  it('is written by three processes together and loses nothing', async () => {
    const here = Array.from({ length: 40 }, () =>
      store.write((tx) =>
        appendAudit(tx, { at: new Date(), actorName: 'Here', action: 'test', subjectKind: 'test' }),
      ),
    );
    await Promise.all([appendElsewhere(store.location, 40), appendElsewhere(store.location, 40), ...here]);
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 120 });
  }, 30_000);

  it('lets one write at a time decide on what it has read', async () => {
    const second = await openStore(store.location);
    const upTo = (limit: number) => (index: number) =>
      (index % 2 ? store : second).write(async (tx) => {
        const taken = await tx.rateLimit.count();
        if (taken === limit) return false;
        await tx.rateLimit.create({ data: { id: `${index}`, key: `${index}`, count: 1, lastRequest: 1n } });
        return true;
      });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => upTo(3)(index)));
    expect(answers.filter(Boolean)).toHaveLength(3);
    await second.close();
  });

  it('goes on after a transaction that the database refused to commit', async () => {
    const orphan = store.writeRow(async (tx) => {
      await tx.session.create({
        data: { id: 's', token: 't', userId: 'nobody', expiresAt: new Date() },
      });
    });
    await expect(orphan).rejects.toMatchObject({ code: 'P2003' });
    expect(await store.write((tx) => tx.session.count())).toBe(0);
  });

  it('keeps times to the millisecond, big numbers and JSON as they were', async () => {
    const at = new Date('2026-03-29T01:30:00.987Z');
    const value = { text: 'ü\u2028"', list: [1, 2.5, null, true], empty: {} };
    const data = { id: 'v', identifier: JSON.stringify(value), value: '', expiresAt: at };
    await store.client.verification.create({ data });
    expect(await store.client.verification.findFirst({ where: { expiresAt: at } })).toMatchObject({
      expiresAt: at,
      identifier: JSON.stringify(value),
    });
    const lastRequest = 1_790_000_000_000n;
    await store.client.rateLimit.create({ data: { id: 'big', key: 'big', count: 1, lastRequest } });
    expect(await store.client.rateLimit.findUnique({ where: { key: 'big' } })).toMatchObject({ lastRequest });
  });

  it.runIf(engine.provider === 'sqlite' && process.platform === 'linux')(
    'holds few files open, however many transactions it has run',
    async () => {
      const before = readdirSync('/proc/self/fd').length;
      for (let index = 0; index < 200; index += 1) await store.write((tx) => tx.user.count());
      expect(readdirSync('/proc/self/fd').length - before).toBeLessThan(10);
    },
  );
});
