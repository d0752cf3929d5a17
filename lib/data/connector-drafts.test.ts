import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromConnector } from '../mailflow/draft-to-connector';
import { findDraft, type NewDraft, removeDraft, replaceDraft } from './connector-drafts';
import { contoso, newVersion } from './connector-for-tests';
import { listConnectors } from './connector-list';
import { insertConnector } from './connectors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { openStore, type Store, type StoreLocation } from './store';

const draft = (description: string): NewDraft => ({
  draft: { ...fromConnector(contoso), description, smartHosts: ['half typ'] },
  baseVersion: 1,
  authorId: 'ada',
  authorName: 'Ada',
  updatedAt: new Date('2026-11-24T09:00:00.123Z'),
});

describeBothEngines('Drafts', (engine) => {
  let store: Store & { location: StoreLocation };
  let id: string;
  beforeAll(async () => {
    store = await freshStore(engine);
    id = await store.write((tx) => insertConnector(tx, newVersion()));
  });
  afterAll(() => store.close());

  const save = (seen: number | null, given: NewDraft) =>
    store.write((tx) => replaceDraft(tx, id, seen, given));

  it('are one a connector, and replace only the one that was seen', async () => {
    expect(await findDraft(store, id)).toBeUndefined();
    expect(await save(7, draft('lost'))).toBeUndefined();
    expect(await save(null, draft('first'))).toBe(1);
    expect(await save(null, draft('lost'))).toBeUndefined();
    expect(await save(1, { ...draft('second'), runId: 'r', restoredFrom: 1 })).toBe(2);
    expect(await save(1, draft('lost'))).toBeUndefined();
    expect(await findDraft(store, id)).toEqual({
      ...draft('second'),
      revision: 2,
      runId: 'r',
      restoredFrom: 1,
    });
  });

  it('survive a restart, half-typed as they were', async () => {
    const second = await openStore(store.location);
    expect(await findDraft(second, id)).toMatchObject({ draft: { smartHosts: ['half typ'] } });
    await second.close();
  });

  it('show in the list', async () => {
    const query = { sort: 'name', descending: false, page: 1, pageSize: 9 } as const;
    const { rows } = await listConnectors(store, query);
    expect(rows).toMatchObject([
      { id, draft: { authorName: 'Ada', updatedAt: new Date('2026-11-24T09:00:00.123Z') } },
    ]);
  });

  it('never have a revision again that a discarded one had', async () => {
    const remove = (seen: number | null) => store.write((tx) => removeDraft(tx, id, seen));
    expect(await remove(1)).toBe(false);
    expect(await remove(2)).toBe(true);
    expect(await remove(2)).toBe(false);
    expect(await save(null, draft('new'))).toBe(3);
  });

  it('are saved by one of ten who saw the same', async () => {
    const saved = await Promise.all(Array.from({ length: 10 }, (_, n) => save(3, draft(`${n}`))));
    expect(saved.filter((revision) => revision !== undefined)).toEqual([4]);
  });
});
