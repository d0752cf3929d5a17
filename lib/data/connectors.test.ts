import { afterAll, beforeAll, expect, it } from 'vitest';
import { contoso, firstVersion, fromContoso, fromFabrikam, newVersion } from './connector-for-tests';
import { listConnectors } from './connector-list';
import { findVersion, listVersions } from './connector-versions';
import { findConnector, insertConnector, insertNextVersion, nameTaken, recordValidation } from './connectors';
import { uniqueViolation } from './database-errors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import type { Store } from './store';

const everything = { sort: 'name', descending: false, page: 1, pageSize: 50 } as const;

describeBothEngines('Connectors', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const add = (changes: Parameters<typeof newVersion>[0], fingerprint?: string) =>
    store.write((tx) => insertConnector(tx, newVersion(changes, fingerprint)));

  it('come back as they were saved', async () => {
    const id = await add({});
    expect(await findConnector(store, id)).toEqual({
      id,
      connector: contoso,
      version: {
        number: 1,
        createdAt: new Date('2026-11-24T08:00:00.000Z'),
        createdById: 'ada',
        createdByName: 'Ada',
        connector: contoso,
        fingerprint: 'f1',
        failureAcknowledged: false,
      },
      fingerprint: 'f1',
      health: 'never',
    });
    expect(await findConnector(store, 'nobody')).toBeUndefined();
  });

  it('have names that are unique without regard to case or letter forms', async () => {
    await add({ name: 'Straße ﬁne' });
    expect(await nameTaken(store, 'STRASSE fine')).toBe(false);
    expect(await nameTaken(store, 'straße FINE')).toBe(true);
    expect(await store.write((tx) => nameTaken(tx, 'straße FINE'))).toBe(true);
    const error = await add({ name: 'STRAßE fine' }).catch((reason: unknown) => reason);
    expect(uniqueViolation(error)).toEqual(['nameKey']);
    expect(uniqueViolation(new Error('no'))).toBeUndefined();
  });

  it('are created once where twenty people save the same name together', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => add({ name: index % 2 ? 'Race' : 'RACE' })),
    );
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(lost.map(uniqueViolation)).toEqual(Array.from({ length: 19 }, () => ['nameKey']));
    expect(await store.client.connector.count({ where: { nameKey: 'race' } })).toBe(1);
  });

  it('leave nothing behind where the transaction that adds them fails', async () => {
    const failing = store.write(async (tx) => {
      await insertConnector(tx, newVersion({ name: 'Half done' }));
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await nameTaken(store, 'Half done')).toBe(false);
  });

  it('are found by any part of name, description, host or domain', async () => {
    const id = await add({ name: 'Needle_100%', description: 'Filiale di Zürich' });
    const found = async (search: string) =>
      (await listConnectors(store, { ...everything, search })).rows.map((row) => row.id);
    for (const search of ['needle_100%', ' ZÜRICH ', '_100', '%']) expect(await found(search)).toEqual([id]);
    for (const search of ['needle-100', 'n%e', '\\']) expect(await found(search)).toEqual([]);
    expect(await found('*.fabrikam')).toContain(id);
    expect(await found('mail.contoso.com:2525')).toContain(id);
  });

  it('carry the outcome of their last validation, for the settings it tested', async () => {
    const id = await add({ name: 'Validated' }, 'f2');
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));
    const record = (run: string, fingerprint: string, minute: number) =>
      store.write((tx) =>
        recordValidation(tx, id, { id: run, outcome: 'failed', fingerprint, finishedAt: at(minute) }),
      );
    expect(await record('run1', 'f2', 5)).toBe(true);
    expect(await findConnector(store, id)).toMatchObject({
      health: 'failed',
      lastRunId: 'run1',
      lastValidatedAt: at(5),
    });
    expect(await record('run0', 'f2', 1)).toBe(false);
    expect(await findConnector(store, id)).toMatchObject({ lastRunId: 'run1' });
    expect(await record('run2', 'another', 7)).toBe(true);
    expect(await findConnector(store, id)).toMatchObject({ health: 'stale', lastRunId: 'run2' });
  });

  it('that are inbound are found by domain, address and certificate, and have nothing to validate', async () => {
    const save = (connector: typeof fromContoso | typeof fromFabrikam) =>
      store.write((tx) => insertConnector(tx, firstVersion(connector)));
    const [organization, partner] = [await save(fromContoso), await save(fromFabrikam)];
    const found = async (search: string) =>
      (await listConnectors(store, { ...everything, search })).rows.map((row) => row.id);
    expect(await found('203.0.113.0/24')).toEqual([organization]);
    expect(await found('mail.fabrikam.com')).toEqual([partner]);
    expect(await findConnector(store, partner)).toMatchObject({
      connector: fromFabrikam,
      health: 'notApplicable',
    });
  });

  it('show their next version once it is in force, and keep the one before', async () => {
    const id = await add({ name: 'Edited' });
    const next = newVersion({ name: 'Edited twice', enabled: false }, 'f2');
    const lastRun = {
      id: 'r',
      outcome: 'passed',
      fingerprint: 'f2',
      finishedAt: new Date('2026-11-24T09:00:00Z'),
    } as const;
    await store.write((tx) =>
      insertNextVersion(tx, id, 2, { ...next, note: 'n', reason: 'r', restoredFrom: 1 }, lastRun),
    );
    expect(await findConnector(store, id)).toMatchObject({
      connector: { name: 'Edited twice', enabled: false },
      version: { number: 2, note: 'n', reason: 'r', restoredFrom: 1 },
      fingerprint: 'f2',
      health: 'passed',
      lastRunId: 'r',
    });
    expect(await nameTaken(store, 'Edited')).toBe(false);
    expect(await nameTaken(store, 'edited TWICE', id)).toBe(false);
    expect(await nameTaken(store, 'edited TWICE')).toBe(true);
    expect((await listVersions(store, id, { limit: 9 })).map(({ number }) => number)).toEqual([2, 1]);
    expect(await listVersions(store, id, { before: 2, limit: 9 })).toMatchObject([
      { number: 1, connector: { name: 'Edited' } },
    ]);
    const again = store.write((tx) => insertNextVersion(tx, id, 2, next, undefined));
    await expect(again).rejects.toThrow();
    expect(await findVersion(store, id, 3)).toBeUndefined();
  });
});
