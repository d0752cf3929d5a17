import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVersion } from './connector-for-tests';
import { type ConnectorQuery, listConnectors } from './connector-list';
import { insertConnector, recordValidation } from './connectors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import type { Store } from './store';

describeBothEngines('The connector list', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    await store.write(async (tx) => {
      await insertConnector(tx, newVersion({ name: 'beta', enabled: false }));
      await insertConnector(tx, newVersion({ name: 'Alpha', partnerKind: 'partner' }));
      const gamma = await insertConnector(tx, newVersion({ name: 'Gamma' }));
      const finishedAt = new Date('2026-11-24T09:00:00Z');
      await recordValidation(tx, gamma, { id: 'r', outcome: 'passed', fingerprint: 'f1', finishedAt });
    });
  });
  afterAll(() => store.close());

  const names = async (query: Partial<ConnectorQuery>) => {
    const page = await listConnectors(store, {
      sort: 'name',
      descending: false,
      page: 1,
      pageSize: 10,
      ...query,
    });
    return [page.rows.map((row) => row.name).join(' '), page.total];
  };

  it('is sorted by each column, both ways', async () => {
    expect(await names({})).toEqual(['Alpha beta Gamma', 3]);
    expect(await names({ descending: true })).toEqual(['Gamma beta Alpha', 3]);
    expect(await names({ sort: 'status' })).toEqual(['beta Alpha Gamma', 3]);
    expect(await names({ sort: 'status', descending: true })).toEqual(['Alpha Gamma beta', 3]);
    expect(await names({ sort: 'to' })).toEqual(['beta Gamma Alpha', 3]);
    expect(await names({ sort: 'from' })).toEqual(['beta Gamma Alpha', 3]);
    expect(await names({ sort: 'validation', descending: true })).toEqual(['Gamma Alpha beta', 3]);
  });

  it('is filtered, and counts what the filter lets through', async () => {
    expect(await names({ enabled: false })).toEqual(['beta', 1]);
    expect(await names({ health: ['passed', 'failed'] })).toEqual(['Gamma', 1]);
    expect(await names({ health: [] })).toEqual(['', 0]);
    expect(await names({ partnerKind: 'partner', enabled: true })).toEqual(['Alpha', 1]);
    expect(await names({ search: 'nothing like it' })).toEqual(['', 0]);
  });

  it('comes in pages', async () => {
    expect(await names({ pageSize: 2 })).toEqual(['Alpha beta', 3]);
    expect(await names({ pageSize: 2, page: 2 })).toEqual(['Gamma', 3]);
    expect(await names({ pageSize: 2, page: 9 })).toEqual(['', 3]);
  });
});
