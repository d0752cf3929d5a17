import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVersion } from './connector-for-tests';
import { listConnectors } from './connector-list';
import { listVersions } from './connector-versions';
import { findConnector, insertConnector, nameTaken } from './connectors';
import { uniqueViolation } from './database-errors';
import { findDeletedConnector, listDeleted, markDeleted, unmarkDeleted } from './deleted-connectors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import type { Store } from './store';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));

describeBothEngines('A deleted connector', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const add = (name: string) => store.write((tx) => insertConnector(tx, newVersion({ name })));
  const remove = (id: string, minute = 0) =>
    store.write((tx) => markDeleted(tx, id, { at: at(minute), byId: 'bob', byName: 'Bob' }));
  const listed = async () =>
    (await listConnectors(store, { sort: 'name', descending: false, page: 1, pageSize: 9 })).rows.map(
      ({ name }) => name,
    );

  it('is gone from the list and gives its name free, but is kept', async () => {
    const id = await add('Gone');
    await add('Kept');
    expect(await remove(id)).toBe(true);
    expect(await remove(id)).toBe(false);
    expect(await remove('nobody')).toBe(false);
    expect(await listed()).toEqual(['Kept']);
    expect(await findConnector(store, id)).toBeUndefined();
    expect(await nameTaken(store, 'gone')).toBe(false);
    expect(await listVersions(store, id, { limit: 9 })).toHaveLength(1);
    expect(await findDeletedConnector(store, id)).toMatchObject({
      connector: { name: 'Gone' },
      deleted: { at: at(0), byId: 'bob', byName: 'Bob' },
    });
  });

  it('comes back, unless another has its name', async () => {
    const id = await add('Back');
    await remove(id);
    await store.write((tx) => unmarkDeleted(tx, id));
    expect(await findConnector(store, id)).toMatchObject({ connector: { name: 'Back' } });
    expect(await findDeletedConnector(store, id)).toBeUndefined();
    await remove(id);
    await add('BACK');
    const refused = await store.write((tx) => unmarkDeleted(tx, id)).catch((error: unknown) => error);
    expect(uniqueViolation(refused)).toEqual(['nameKey']);
  });

  it('is listed with those deleted after it before it', async () => {
    for (const [minute, name] of ['A', 'B', 'C'].entries()) await remove(await add(name), minute + 10);
    const { rows, total } = await listDeleted(store, { page: 1, pageSize: 2 });
    expect(rows).toMatchObject([
      { name: 'C', deletedAt: at(12), deletedByName: 'Bob', version: 1, direction: 'outbound' },
      { name: 'B' },
    ]);
    expect(total).toBe(5);
    expect((await listDeleted(store, { page: 3, pageSize: 2 })).rows).toHaveLength(1);
  });
});
