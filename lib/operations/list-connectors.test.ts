import { expect, it } from 'vitest';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector, recordValidation } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { insertRun } from '../data/validation-runs';
import { planOf } from '../mailflow/fingerprint';
import { FIRST_VIEW } from './connector-list-query';
import { connectorReport } from './find-connector';
import { connectorPage } from './list-connectors';
import { type TestConsole, testConsole, valueIn } from './people-for-tests';

const saved = ({ store }: TestConsole, name: string, enabled = true) =>
  store.write((tx) => insertConnector(tx, newVersion({ name, enabled })));

describeBothEngines('Connectors', (engine) => {
  it('are there to be read for admins and helpdesk, and for nobody else', async () => {
    const test = await testConsole(engine);
    const admin = await test.firstAdmin();
    const helper = await test.joined(admin, 'helpdesk', 'hal@contoso.com');
    const id = await saved(test, 'Seen');
    for (const cookie of [admin, helper]) {
      const context = await test.as(cookie);
      expect(valueIn(await connectorPage(context, FIRST_VIEW))).toMatchObject({ total: 1 });
      expect(valueIn(await connectorReport(context, { id })).connector.name).toBe('Seen');
    }
    const signedOut = { ok: false, problem: { kind: 'signedOut' } };
    expect(await connectorPage(test.visitor(), FIRST_VIEW)).toEqual(signedOut);
    expect(await connectorReport(test.visitor(), { id })).toEqual(signedOut);
  });

  it('come in pages; behind the last page, the last one shows', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    for (let n = 10; n < 40; n += 1) await saved(test, `Connector ${n}`);
    const page = valueIn(await connectorPage(admin, { ...FIRST_VIEW, page: 999 }));
    expect(page).toMatchObject({ total: 30, none: false, view: { page: 2 } });
    expect(page.rows.map(({ name }) => name)).toEqual(
      ['35', '36', '37', '38', '39'].map((n) => `Connector ${n}`),
    );
  });

  it('that do not exist are told from connectors that no filter lets through', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const page = async (view: object) => valueIn(await connectorPage(admin, { ...FIRST_VIEW, ...view }));
    expect(await page({ page: 3 })).toMatchObject({ rows: [], total: 0, none: true, view: { page: 1 } });
    await saved(test, 'Off', false);
    expect(await page({ status: 'on' })).toMatchObject({ rows: [], total: 0, none: false });
    expect(await page({ status: 'off' })).toMatchObject({ total: 1 });
    expect(await page({ health: ['never'] })).toMatchObject({ total: 1 });
    expect(await page({ health: ['passed', 'failed'] })).toMatchObject({ total: 0 });
    expect(await page({ search: 'MAIL.contoso' })).toMatchObject({ total: 1 });
    expect(await page({ search: '%' })).toMatchObject({ total: 0 });
  });

  it('report their version and what the last validation measured', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const id = await saved(test, 'Validated');
    expect(valueIn(await connectorReport(admin, { id }))).toEqual({
      id,
      connector: newVersion({ name: 'Validated' }).connector,
      version: {
        number: 1,
        createdAt: '2026-11-24T08:00:00.000Z',
        createdByName: 'Ada',
        failureAcknowledged: false,
      },
      health: 'never',
      hybridWizard: false,
      setupFindings: [],
    });
    const finishedAt = new Date('2026-11-24T09:00:00Z');
    const runId = await insertRun(test.store, {
      connectorId: id,
      fingerprint: 'of other settings',
      plan: planOf(newVersion().connector),
      requestedById: 'ada',
      requestedByName: 'Ada',
      requestedAt: finishedAt,
    });
    const result = { id: runId, outcome: 'passed', fingerprint: 'of other settings', finishedAt } as const;
    await test.store.client.validationRun.update({
      where: { id: runId },
      data: { state: 'finished', outcome: 'passed', finishedAt },
    });
    await test.store.write((tx) => recordValidation(tx, id, result));
    expect(valueIn(await connectorReport(admin, { id }))).toMatchObject({
      health: 'stale',
      lastValidation: { runId, outcome: 'passed', finishedAt: '2026-11-24T09:00:00.000Z' },
    });
  });

  it('that are gone, or never were, are not found', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    for (const id of ['', 'never-was', "'; DROP TABLE Connector; --", 'x'.repeat(5_000)]) {
      expect(await connectorReport(admin, { id })).toEqual({ ok: false, problem: { kind: 'notFound' } });
    }
  });
});
