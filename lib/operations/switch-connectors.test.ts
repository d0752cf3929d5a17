import { expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { findDraft } from '../data/connector-drafts';
import { findConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { connectorLife } from './connector-life-for-tests';
import { created, draftOf, inboundDraftOf } from './create-connector-for-tests';
import { valueIn } from './people-for-tests';
import { publishConnector } from './publish-connector';
import { saveDraft } from './save-draft';
import { switchConnectors, switchConnectorsInput } from './switch-connectors';

describeBothEngines('Turning connectors on and off', (engine) => {
  it('off publishes a version of each, without a validation, and keeps what was typed', async () => {
    const { ada, store } = await connectorLife(engine);
    const ids = [await created(ada, draftOf()), await created(ada, inboundDraftOf())];
    const revision = null;
    valueIn(await saveDraft(ada, { connectorId: ids[0] ?? '', baseVersion: 1, draft: draftOf(), revision }));
    const items = ids.map((id) => ({ id, version: 1 }));
    const input = { items, enabled: false, note: 'Maintenance', reason: 'Until six' };
    expect(valueIn(await switchConnectors(ada, input))).toEqual({
      items: [
        { id: ids[0], ok: true, name: 'Contoso to Fabrikam', version: 2 },
        { id: ids[1], ok: true, name: 'From Fabrikam', version: 2 },
      ],
    });
    expect(await findConnector(store, ids[0] ?? '')).toMatchObject({
      connector: { enabled: false },
      version: { number: 2, note: 'Maintenance' },
      health: 'passed',
    });
    expect(await findConnector(store, ids[1] ?? '')).toMatchObject({
      connector: { enabled: false },
      version: { note: 'Maintenance', reason: 'Until six' },
      health: 'notApplicable',
    });
    expect(await findDraft(store, ids[0] ?? '')).toBeDefined();
    expect(await listAudit(store, { limit: 2 })).toMatchObject([
      { action: 'connector.published', subjectId: ids[1] },
      {
        action: 'connector.published',
        subjectId: ids[0],
        details: { before: { enabled: true }, after: { enabled: false }, note: 'Maintenance' },
      },
    ]);
  });

  it('on needs a passed validation of these settings, or a typed reason', async () => {
    const { ada, store } = await connectorLife(engine);
    const validatedId = await created(ada, draftOf({ name: 'Validated', enabled: false }));
    const inboundId = await created(ada, inboundDraftOf({ enabled: false }));
    const changedId = await created(ada, draftOf({ name: 'Changed', enabled: false }));
    const changed = draftOf({ name: 'Changed', enabled: false, smartHosts: ['mail2.contoso.com'] });
    valueIn(await publishConnector(ada, { connectorId: changedId, baseVersion: 1, draft: changed }));
    const items = [
      { id: validatedId, version: 1 },
      { id: changedId, version: 2 },
      { id: inboundId, version: 1 },
    ];
    const { items: report } = valueIn(await switchConnectors(ada, { items, enabled: true }));
    expect(report).toMatchObject([
      { id: validatedId, ok: true, version: 2 },
      {
        id: changedId,
        name: 'Changed',
        ok: false,
        problem: { kind: 'conflict', code: 'validationNeeded' },
      },
      { id: inboundId, ok: true, version: 2 },
    ]);
    const again = { items: [{ id: changedId, version: 2 }], enabled: true, reason: 'It can not be reached' };
    expect(valueIn(await switchConnectors(ada, again)).items).toMatchObject([{ ok: true, version: 3 }]);
    expect(await findConnector(store, changedId)).toMatchObject({
      connector: { enabled: true },
      version: { reason: 'It can not be reached', failureAcknowledged: false },
      health: 'stale',
    });
  });

  it('reports each: one that can not be switched stops none of the others', async () => {
    const { ada, store } = await connectorLife(engine);
    const ids: string[] = [];
    for (const name of ['First', 'Off already', 'Moved', 'Last'])
      ids.push(await created(ada, draftOf({ name, enabled: name !== 'Off already' })));
    const [first = '', off = '', moved = '', last = ''] = ids;
    const renamed = draftOf({ name: 'Moved on' });
    valueIn(await publishConnector(ada, { connectorId: moved, baseVersion: 1, draft: renamed }));
    const items = [first, off, moved, 'nobody', last, first].map((id) => ({ id, version: 1 }));
    const { items: report } = valueIn(await switchConnectors(ada, { items, enabled: false }));
    expect(report).toEqual([
      { id: first, name: 'First', ok: true, version: 2 },
      { id: off, name: 'Off already', ok: false, problem: { kind: 'conflict', code: 'nothingChanged' } },
      { id: moved, name: 'Moved on', ok: false, problem: { kind: 'conflict', code: 'versionMoved' } },
      { id: 'nobody', ok: false, problem: { kind: 'notFound' } },
      { id: last, name: 'Last', ok: true, version: 2 },
    ]);
    expect(await findConnector(store, moved)).toMatchObject({ connector: { enabled: true } });
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
  });

  it('says which failed where the console itself does, and goes on', async () => {
    const life = await connectorLife(engine);
    const ids = [
      await created(life.ada, draftOf({ name: 'A' })),
      await created(life.ada, draftOf({ name: 'B' })),
    ];
    let writes = 0;
    const flaky: typeof life.ada = {
      ...life.ada,
      store: {
        ...life.store,
        write: (work) => {
          writes += 1;
          return writes === 1 ? Promise.reject(new Error('disk full')) : life.store.write(work);
        },
      },
    };
    const items = ids.map((id) => ({ id, version: 1 }));
    expect(valueIn(await switchConnectors(flaky, { items, enabled: false })).items).toMatchObject([
      { id: ids[0], ok: false, problem: { kind: 'conflict', code: 'itemFailed' } },
      { id: ids[1], ok: true, version: 2 },
    ]);
  });
});

it('Switching takes between one and a hundred connectors, with the version seen, and nothing else', () => {
  const reads = (given: object) => switchConnectorsInput.safeParse({ enabled: true, ...given }).success;
  const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `c${n}`, version: 1 }));
  expect(reads({ items: items(100), note: 'n', reason: 'r' })).toBe(true);
  for (const forged of [
    { items: items(101) },
    { items: [] },
    { items: [{ id: 'c' }] },
    { items: [{ id: 'c', version: 0 }] },
    { items: [{ id: 'c', version: 1, enabled: false }] },
    { items: items(1), reason: 'a'.repeat(1_001) },
    { items: items(1), note: 'nul \0' },
    { items: items(1), actor: 'eve' },
  ]) {
    expect(reads(forged)).toBe(false);
  }
});
