import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAudit } from './audit';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { storageTrouble } from './storage-trouble';
import { openStore, type Store } from './store';

const write = (store: Store, size = 1) =>
  store.write((tx) =>
    appendAudit(tx, {
      ...{ at: new Date(), actorName: 'Ada', action: 'test', subjectKind: 'test' },
      details: { text: 'x'.repeat(size) },
    }),
  );
const counter = { id: 'big', key: 'k'.repeat(2_000), count: 1, lastRequest: 1 };
const troubleOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => storageTrouble(error) ?? error,
  );

describeBothEngines('the store says why it can not go on', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());
  const isSqlite = engine.provider === 'sqlite';
  const run = (sql: string) => store.client.$executeRawUnsafe(sql);
  const ask = (sql: string) => store.client.$queryRawUnsafe<Record<string, unknown>[]>(sql);

  it.runIf(isSqlite)(
    'where the disk is full, which loses nothing and is over once there is room',
    async () => {
      const [pages] = await ask('PRAGMA page_count');
      await ask(`PRAGMA max_page_count = ${String(pages?.page_count)}`);
      expect(await troubleOf(write(store, 200_000))).toBe('full');
      expect(
        await troubleOf(
          store.client.auditHead.update({ where: { id: 1 }, data: { hash: 'x'.repeat(9_000) } }),
        ),
      ).toBe('full');
      expect(await store.client.auditEntry.count()).toBe(0);
      await ask('PRAGMA max_page_count = 1000000');
      expect(await troubleOf(write(store, 200_000))).toBe('none');
      expect(await store.client.auditEntry.count()).toBe(1);
    },
  );

  it.runIf(isSqlite)('where its file can only be read', async () => {
    await run('PRAGMA query_only = ON');
    expect(await troubleOf(write(store))).toBe('unwritable');
    await run('PRAGMA query_only = OFF');
    expect(await troubleOf(write(store))).toBe('none');
  });

  it.skipIf(isSqlite)('where the disk is full', async () => {
    const raise = `RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'`;
    await run(`CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN ${raise}; END $$ LANGUAGE plpgsql`);
    await run('CREATE TRIGGER no_room BEFORE INSERT ON "RateLimit" EXECUTE FUNCTION no_room()');
    expect(await troubleOf(store.client.rateLimit.create({ data: counter }))).toBe('full');
    expect(await troubleOf(store.write((tx) => tx.rateLimit.create({ data: counter })))).toBe('full');
  });

  it.skipIf(isSqlite)('where the server only reads', async () => {
    const readOnly = store.client.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET TRANSACTION READ ONLY');
      await tx.auditHead.update({ where: { id: 1 }, data: { id: 1 } });
    });
    expect(await troubleOf(readOnly)).toBe('unwritable');
  });

  it.skipIf(isSqlite)('where the server ends a connection in the middle', async () => {
    const ended = store.write((tx) => tx.$executeRawUnsafe('SELECT pg_terminate_backend(pg_backend_pid())'));
    expect(await troubleOf(ended)).toBe('unreachable');
    expect(await troubleOf(write(store))).toBe('none');
  });

  it.skipIf(isSqlite)('where nobody answers', async () => {
    const nowhere = await openStore({ databaseUrl: 'postgresql://ada:x@127.0.0.1:1/none', dataDir: '' });
    expect(await troubleOf(write(nowhere))).toBe('unreachable');
    expect(await troubleOf(nowhere.client.auditHead.findMany())).toBe('unreachable');
    await nowhere.close();
  });

  it('and nothing of what a rule or another writer refuses', async () => {
    await store.client.guideCheck.create({ data: { domain: 'a', checkedAt: new Date(), facts: {} } });
    const twice = store.client.guideCheck.create({ data: { domain: 'a', checkedAt: new Date(), facts: {} } });
    expect(await troubleOf(twice)).toMatchObject({ code: 'P2002' });
  });
});

describe('an error that is none of the store’s', () => {
  it.each([new Error('no'), new TypeError('x is not a function'), undefined, null, 'full', { code: 13 }])(
    '%s',
    (error) => expect(storageTrouble(error)).toBeUndefined(),
  );
  it('one that holds itself', () => {
    const error = new Error('round');
    error.cause = error;
    expect(storageTrouble(error)).toBeUndefined();
  });
});
