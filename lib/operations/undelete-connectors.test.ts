import { expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { findConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { connectorLife, NOT_FOUND } from './connector-life-for-tests';
import { created, draftOf } from './create-connector-for-tests';
import { deleteConnectors } from './delete-connectors';
import { deletedConnectors } from './deleted-connectors';
import { valueIn } from './people-for-tests';
import { undeleteConnector, undeleteConnectors } from './undelete-connectors';

const taken = (value: string) => ({
  kind: 'invalid',
  findings: [{ code: 'name.taken', severity: 'error', field: 'name', params: { value } }],
});

describeBothEngines('Undoing a deletion', (engine) => {
  it('brings connectors back as they were last in force, each in the log', async () => {
    const { ada, bob, store } = await connectorLife(engine);
    const ids = [await created(ada, draftOf({ name: 'A' })), await created(ada, draftOf({ name: 'B' }))];
    const before = await findConnector(store, ids[0] ?? '');
    valueIn(await deleteConnectors(bob, { ids }));
    expect(valueIn(await deletedConnectors(ada, { page: 1 }))).toMatchObject({
      rows: [
        { id: ids[1], name: 'B', deletedByName: 'Bob', deletedAt: expect.stringMatching(/Z$/), version: 1 },
        { id: ids[0], name: 'A' },
      ],
      total: 2,
    });
    expect(valueIn(await undeleteConnectors(ada, { ids: [...ids, 'nobody'] })).items).toEqual([
      { id: ids[0], name: 'A', ok: true, version: 1 },
      { id: ids[1], name: 'B', ok: true, version: 1 },
      { id: 'nobody', ok: false, problem: { kind: 'notFound' } },
    ]);
    expect(await findConnector(store, ids[0] ?? '')).toEqual(before);
    expect(valueIn(await deletedConnectors(ada, { page: 1 }))).toEqual({ rows: [], total: 0 });
    expect((await listAudit(store, { limit: 1 }))[0]).toMatchObject({
      action: 'connector.undeleted',
      actorName: 'Ada',
      subjectName: 'B',
      details: { version: 1, settings: { name: 'B' } },
    });
    // Not deleted any more, so nothing to undo.
    expect(await undeleteConnector(ada, { id: ids[0] ?? '' })).toEqual(NOT_FOUND);
  });

  it('is refused while another has the name, and works under a new one as a new version', async () => {
    const { ada, store, written } = await connectorLife(engine);
    const id = await created(ada, draftOf({ name: 'Contoso' }));
    valueIn(await deleteConnectors(ada, { ids: [id] }));
    await created(ada, draftOf({ name: 'CONTOSO' }));
    const before = await written();
    expect(valueIn(await undeleteConnectors(ada, { ids: [id] })).items).toEqual([
      { id, name: 'Contoso', ok: false, problem: taken('Contoso') },
    ]);
    for (const name of ['contoso ', 'CONTOSO'])
      expect(await undeleteConnector(ada, { id, name })).toEqual({ ok: false, problem: taken(name.trim()) });
    for (const name of ['', 'a'.repeat(65), 'with \0'])
      expect(await undeleteConnector(ada, { id, name })).toMatchObject({ problem: { kind: 'invalid' } });
    expect(await written()).toEqual(before);
    expect(valueIn(await undeleteConnector(ada, { id, name: ' Contoso, old ' }))).toEqual({
      id,
      name: 'Contoso, old',
      version: 2,
    });
    expect(await findConnector(store, id)).toMatchObject({
      connector: { name: 'Contoso, old' },
      version: { number: 2, failureAcknowledged: false },
      health: 'passed',
    });
    expect((await listAudit(store, { limit: 2 })).map(({ action }) => action)).toEqual([
      'connector.published',
      'connector.undeleted',
    ]);
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
  });

  it('happens once where two do it at once', async () => {
    const { ada, bob } = await connectorLife(engine);
    const id = await created(ada, draftOf());
    const deletions = await Promise.all([ada, bob].map((who) => deleteConnectors(who, { ids: [id] })));
    expect(deletions.map((outcome) => valueIn(outcome).items[0]?.ok).sort()).toEqual([false, true]);
    const undone = await Promise.all([ada, bob].map((who) => undeleteConnector(who, { id })));
    expect(undone.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
