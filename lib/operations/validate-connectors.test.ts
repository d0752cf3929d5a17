import { expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { describeBothEngines } from '../data/engines-for-tests';
import { countOpenRuns, findRun } from '../data/validation-runs';
import { connectorLife, refusedBy } from './connector-life-for-tests';
import { created, draftOf, inboundDraftOf } from './create-connector-for-tests';
import { valueIn } from './people-for-tests';
import { requestConnectorValidation, requestValidation } from './request-validation';
import { validateConnectors } from './validate-connectors';

describeBothEngines('Validating many connectors', (engine) => {
  it('queues each, also beyond what one person may ask for singly, and says which can not be', async () => {
    const { ada, hal, store } = await connectorLife(engine);
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C', 'D']) ids.push(await created(ada, draftOf({ name })));
    const inbound = await created(ada, inboundDraftOf());
    const { items } = valueIn(await validateConnectors(hal, { ids: [...ids, inbound, 'nobody'] }));
    expect(items).toMatchObject([
      { id: ids[0], name: 'A', ok: true },
      { id: ids[1], name: 'B', ok: true },
      { id: ids[2], name: 'C', ok: true },
      { id: ids[3], name: 'D', ok: true },
      {
        id: inbound,
        name: 'From Fabrikam',
        ok: false,
        problem: { kind: 'conflict', code: 'notValidatable' },
      },
      { id: 'nobody', ok: false, problem: { kind: 'notFound' } },
    ]);
    const [first] = items;
    expect(await findRun(store, (first?.ok && first.runId) || '')).toMatchObject({
      connectorId: ids[0],
      state: 'queued',
      requestedById: 'hal',
    });
    expect((await listAudit(store, { limit: 1 }))[0]).toMatchObject({
      action: 'validation.requested',
      actorName: 'Hal',
      subjectName: 'D',
    });
    expect(await requestConnectorValidation(hal, { connectorId: ids[0] ?? '' })).toMatchObject({
      problem: { kind: 'rateLimited' },
    });
    expect(await requestConnectorValidation(ada, { connectorId: inbound })).toEqual(
      refusedBy('notValidatable'),
    );
  });

  it('has nothing to validate in a draft of mail that comes in', async () => {
    const { ada } = await connectorLife(engine);
    expect(await requestValidation(ada, { draft: inboundDraftOf() })).toEqual(refusedBy('notValidatable'));
  });

  it('stops at a hundred open validations of one person', async () => {
    const { ada, hal, store } = await connectorLife(engine);
    const ids = [await created(ada, draftOf({ name: 'A' })), await created(ada, draftOf({ name: 'B' }))];
    const run = { connectorId: ids[0] ?? '', fingerprint: 'f', plan: {}, requestedById: 'hal' };
    const requested = { requestedByName: 'Hal', requestedAt: new Date() };
    await store.client.validationRun.createMany({
      data: Array.from({ length: 99 }, () => ({ ...run, ...requested })),
    });
    expect(valueIn(await validateConnectors(hal, { ids })).items).toMatchObject([
      { id: ids[0], ok: true },
      { id: ids[1], name: 'B', ok: false, problem: { kind: 'rateLimited' } },
    ]);
    expect(await countOpenRuns(store, 'hal')).toBe(100);
    expect(valueIn(await validateConnectors(ada, { ids })).items).toMatchObject([{ ok: true }, { ok: true }]);
  });
});
