import { expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { newVersion } from '../data/connector-for-tests';
import { listVersions } from '../data/connector-versions';
import { findConnector, insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { insertRun, listRuns } from '../data/validation-runs';
import { planOf } from '../mailflow/fingerprint';
import { deleteConnectors, deleteConnectorsInput } from './delete-connectors';
import { type TestConsole, testConsole, valueIn } from './people-for-tests';

const saved = ({ store }: TestConsole, name: string) =>
  store.write((tx) => insertConnector(tx, newVersion({ name })));

describeBothEngines('Deleting connectors', (engine) => {
  it('is for admins: helpdesk and strangers get a typed refusal and nothing changes', async () => {
    const test = await testConsole(engine);
    const admin = await test.firstAdmin();
    const helper = await test.joined(admin, 'helpdesk', 'hal@contoso.com');
    const id = await saved(test, 'Kept');
    const before = (await listAudit(test.store, { limit: 99 })).length;
    expect(await deleteConnectors(await test.as(helper), { ids: [id] })).toEqual({
      ok: false,
      problem: { kind: 'forbidden', permission: 'connector:delete' },
    });
    expect(await deleteConnectors(test.visitor(), { ids: [id] })).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    });
    expect(await findConnector(test.store, id)).toMatchObject({ id });
    expect(await listAudit(test.store, { limit: 99 })).toHaveLength(before);
  });

  it('deletes those that are there, names those that are not, and writes down each', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const [first, second, kept] = [
      await saved(test, 'First'),
      await saved(test, 'Second'),
      await saved(test, 'Kept'),
    ];
    const before = (await listAudit(test.store, { limit: 99 })).length;
    const { items } = valueIn(await deleteConnectors(admin, { ids: [second, 'never-was', first, second] }));
    expect(items).toEqual([
      { id: second, name: 'Second', ok: true, version: 1 },
      { id: 'never-was', ok: false, problem: { kind: 'notFound' } },
      { id: first, name: 'First', ok: true, version: 1 },
    ]);
    expect(await findConnector(test.store, first)).toBeUndefined();
    expect(await findConnector(test.store, kept)).toBeDefined();
    const audit = await listAudit(test.store, { limit: 99 });
    expect(audit).toHaveLength(before + 2);
    const entry = audit.find(({ subjectId }) => subjectId === first);
    expect(entry).toMatchObject({
      action: 'connector.deleted',
      actorName: 'Ada',
      subjectKind: 'connector',
      subjectName: 'First',
      remoteAddress: '192.0.2.1',
      // Enough to set it up again by hand.
      details: { version: 1, settings: { name: 'First', delivery: { by: 'smartHosts' } } },
    });
  });

  it('a second time finds nothing, and writes nothing', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const id = await saved(test, 'Once');
    await deleteConnectors(admin, { ids: [id] });
    const before = (await listAudit(test.store, { limit: 99 })).length;
    expect(valueIn(await deleteConnectors(admin, { ids: [id] })).items).toEqual([
      { id, ok: false, problem: { kind: 'notFound' } },
    ]);
    expect(await listAudit(test.store, { limit: 99 })).toHaveLength(before);
  });

  it('keeps the validation runs and the versions, as evidence', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const id = await saved(test, 'Validated');
    const { connector, fingerprint } = newVersion();
    await insertRun(test.store, {
      connectorId: id,
      fingerprint,
      plan: planOf(connector),
      requestedById: 'ada',
      requestedByName: 'Ada',
      requestedAt: test.now(),
    });
    valueIn(await deleteConnectors(admin, { ids: [id] }));
    expect(await listRuns(test.store, id, 9)).toHaveLength(1);
    expect(await listVersions(test.store, id, { limit: 9 })).toHaveLength(1);
  });
});

it('takes between one and a hundred ids, and nothing else', () => {
  const reads = (ids: unknown) => deleteConnectorsInput.safeParse({ ids }).success;
  expect(reads(['a'])).toBe(true);
  expect(reads(Array.from({ length: 100 }, (_, n) => `c${n}`))).toBe(true);
  expect(reads(Array.from({ length: 101 }, (_, n) => `c${n}`))).toBe(false);
  for (const forged of [[], [''], 'a', null, [1], [{ not: '' }], ['x'.repeat(201)]]) {
    expect(reads(forged)).toBe(false);
  }
});
