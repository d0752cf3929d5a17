import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeBothEngines, freshStore } from '../data/engines-for-tests';
import { claimSessionKey } from '../data/session-key';
import { openStore } from '../data/store';
import { migrationNames } from '../data/tables';
import { readinessOf } from './readiness';

const ours = () => 'ours';
const never = new Promise<never>(() => undefined);

describeBothEngines('A console', (engine) => {
  it('is ready with the tables of this version, not without them, and not with those of a newer one', async () => {
    const empty = await openStore(await engine.emptyDatabase());
    expect(await readinessOf(async () => empty, ours)()).toBe('tables');
    await empty.close();

    const store = await freshStore(engine);
    const ready = readinessOf(async () => store, ours);
    expect(await ready()).toBe('ready');
    await store.client.$executeRawUnsafe(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ('1', '', '29990101000000_newer', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)`,
    );
    expect(await ready()).toBe('tables');
    await store.close();
  });

  it('is not ready while sessions are signed with another secret than its own', async () => {
    const store = await freshStore(engine);
    const [first, second] = ['first', 'second'].map((key) =>
      readinessOf(
        async () => store,
        () => key,
      ),
    );
    const states = () => Promise.all([first?.(), second?.()]);
    expect(await states()).toEqual(['ready', 'ready']);
    expect(await claimSessionKey(store, 'first', new Date(1))).toBe(false);
    expect(await states()).toEqual(['ready', 'secret']);
    expect(await claimSessionKey(store, 'first', new Date(2))).toBe(false);
    expect(await claimSessionKey(store, 'second', new Date(3))).toBe(true);
    expect(await states()).toEqual(['secret', 'ready']);
    await store.close();
  });

  it('knows the migrations of its engine', async () => {
    const there = await readdir(`prisma/${engine.provider}/migrations`);
    expect(await migrationNames(engine.provider)).toEqual(there.filter((name) => /^\d{14}_/.test(name)));
  });
});

it('a database that does not answer in time is said not to, and many who ask are one question', async () => {
  let opened = 0;
  const ready = readinessOf(
    () => {
      opened += 1;
      return never;
    },
    ours,
    50,
  );
  expect(await Promise.all([ready(), ready(), ready()])).toEqual(['database', 'database', 'database']);
  expect(opened).toBe(1);
});

it('a database that can’t be opened is said not to answer', async () => {
  expect(await readinessOf(() => Promise.reject(new Error('refused')), ours)()).toBe('database');
});
