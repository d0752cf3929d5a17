// What can be done with the validations that were: listing, looking around one, comparing, taking them along.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { finishRun } from '../data/validation-queue';
import { findRun } from '../data/validation-runs';
import { toConnector } from '../mailflow/draft-to-connector';
import { fingerprintOf } from '../mailflow/fingerprint';
import { compareValidationRuns } from './compare-runs';
import type { OperationContext } from './context';
import { validatingPeople, validationRunList } from './list-validation-runs';
import { valueIn } from './people-for-tests';
import { requestConnectorValidation, requestValidation } from './request-validation';
import { transcriptFile, validationReportFile } from './validation-files';
import { ALL_RUNS, type RunListView } from './validation-list-query';
import { validationRunPage } from './validation-run-page';
import { type ValidationLab, validationLab } from './validations-for-tests';

const schema = JSON.parse(
  await readFile(resolve(import.meta.dirname, '../../docs/schema/validation-report.schema.json'), 'utf8'),
);
const fits = new Ajv2020({
  allowUnionTypes: true,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/ },
}).compile(schema);

async function saved(lab: ValidationLab, name: string): Promise<string> {
  const connector = toConnector(lab.draftFor('good', { name, scope: 'acceptedDomains' }));
  if (!connector) throw new Error('This draft must be complete.');
  return lab.store.write((tx) =>
    insertConnector(tx, {
      connector,
      fingerprint: fingerprintOf(connector),
      createdAt: new Date(),
      createdById: 'admin',
      createdByName: 'Ada',
      failureAcknowledged: false,
    }),
  );
}

async function ended(lab: ValidationLab, id: string): Promise<void> {
  await expect.poll(async () => (await findRun(lab.store, id))?.state, { timeout: 20_000 }).toBe('finished');
}

/** A connector with two runs, and a run of settings that were never saved. */
async function scene(engine: Parameters<typeof validationLab>[0]) {
  const lab = await validationLab(engine, ['good', 'expired']);
  lab.startWorker('w');
  const connectorId = await saved(lab, 'To Rome');
  const ids: string[] = [];
  for (const who of [lab.as('admin'), lab.as('helpdesk')]) {
    const { runId } = valueIn(await requestConnectorValidation(who, { connectorId }));
    ids.push(runId);
    await ended(lab, runId);
  }
  const unsaved = valueIn(await requestValidation(lab.as('admin'), { draft: lab.draftFor('expired') })).runId;
  await ended(lab, unsaved);
  const [first = '', second = ''] = ids;
  return { lab, connectorId, first, second, unsaved };
}

describeBothEngines('The validations that were', (engine) => {
  it('are listed, narrowed, looked at, compared and taken along', async () => {
    const { lab, connectorId, first, second, unsaved } = await scene(engine);
    const helpdesk = lab.as('helpdesk');

    const list = async (view: Partial<RunListView>) => {
      const page = valueIn(await validationRunList(helpdesk, { ...ALL_RUNS, ...view }));
      expect(page.total).toBe(page.rows.length);
      return page.rows.map(({ id }) => id);
    };
    expect(await list({})).toEqual([unsaved, second, first]);
    expect(await list({ standings: ['failed'] })).toEqual([unsaved]);
    expect(await list({ standings: ['open', 'cancelled'] })).toEqual([]);
    expect(await list({ standings: ['passed', 'open'] })).toEqual([second, first]);
    expect(await list({ person: 'helpdesk' })).toEqual([second]);
    expect(await list({ connector: connectorId })).toEqual([second, first]);
    expect(await list({ search: 'rOmE' })).toEqual([second, first]);
    expect(await list({ search: 'Milan' })).toEqual([]);
    expect(await list({ source: 'unsaved' })).toEqual([unsaved]);
    expect(await list({ page: 9 })).toEqual([unsaved, second, first]);
    const { rows, none } = valueIn(await validationRunList(helpdesk, ALL_RUNS));
    expect(none).toBe(false);
    expect(rows[1]).toMatchObject({
      connector: { name: 'To Rome', deleted: false },
      standing: 'passed',
      requestedByName: 'helpdesk',
      tookMs: expect.any(Number),
    });
    expect(valueIn(await validatingPeople(helpdesk)).map(({ id }) => id)).toEqual(['admin', 'helpdesk']);

    const page = valueIn(await validationRunPage(helpdesk, { id: second }));
    expect(page).toMatchObject({
      connector: { id: connectorId, name: 'To Rome', current: true, version: 1 },
      previous: { id: first },
      run: { outcome: 'passed' },
      mayCancel: true,
    });
    expect(page.next).toBeUndefined();
    expect(page.run.today).toBeUndefined();
    const alone = valueIn(await validationRunPage(helpdesk, { id: unsaved }));
    expect(alone).not.toHaveProperty('connector');
    expect(alone).not.toHaveProperty('previous');
    expect(alone.mayCancel).toBe(false);

    const same = valueIn(await compareValidationRuns(helpdesk, { from: second, to: first }));
    expect(same).toMatchObject({ from: { id: first }, to: { id: second } });
    expect(same.differences.filter(({ code }) => code !== 'slower' && code !== 'faster')).toEqual([]);
    const other = valueIn(await compareValidationRuns(helpdesk, { from: first, to: unsaved }));
    expect(other.differences[0]).toMatchObject({ code: 'outcome', params: { from: 'passed', to: 'failed' } });

    const report = valueIn(await validationReportFile(helpdesk, { id: unsaved }));
    const read = JSON.parse(report.text);
    expect(fits(read), JSON.stringify(fits.errors)).toBe(true);
    expect(read).toMatchObject({ format: 'mailspan-validation-report-1', id: unsaved, outcome: 'failed' });
    expect(fits({ ...read, tasks: 'none' })).toBe(false);
    const saved = JSON.parse(valueIn(await validationReportFile(helpdesk, { id: first })).text);
    expect(fits(saved), JSON.stringify(fits.errors)).toBe(true);
    expect(saved.connector).toMatchObject({ name: 'To Rome', version: 1 });

    const { text } = valueIn(await transcriptFile(helpdesk, { id: first, connection: 1 }));
    expect(text).toMatch(/^# good\.contoso\.com:\d+ 127\.0\.0\.1\n/);
    expect(text).toMatch(/ > EHLO console\.mailspan\.test\n/);
    expect(valueIn(await transcriptFile(helpdesk, { id: first })).text).toBe(text);
    expect(await transcriptFile(helpdesk, { id: first, connection: 2 })).toMatchObject({
      problem: { kind: 'notFound' },
    });
  });

  it('show the verdict of their time, and today’s beside it where it is another', async () => {
    const lab = await validationLab(engine, ['good']);
    const { runId } = valueIn(await requestValidation(lab.as('admin'), { draft: lab.draftFor('good') }));
    await lab.store.client.validationRun.update({
      where: { id: runId },
      data: { state: 'running', leaseOwner: 'w', startedAt: new Date() },
    });
    const task = { kind: 'connectivity', host: 'mail', state: 'succeeded', findings: [] };
    const result = { outcome: 'passed', verdict: { outcome: 'passed', tasks: [task] } } as const;
    await finishRun(lab.store, runId, 'w', { ...result, facts: {}, now: new Date() });
    const { run } = valueIn(await validationRunPage(lab.as('helpdesk'), { id: runId }));
    expect(run).toMatchObject({ outcome: 'passed', tasks: [task], today: { outcome: 'inconclusive' } });
  });

  it('are shown to nobody who is not signed in, and those that are not there to nobody', async () => {
    const lab = await validationLab(engine, []);
    const nobody = { ...lab.as('admin'), who: null };
    const asks = [
      (who: OperationContext) => validationRunPage(who, { id: 'x' }),
      (who: OperationContext) => compareValidationRuns(who, { from: 'x', to: 'y' }),
      (who: OperationContext) => validationReportFile(who, { id: 'x' }),
      (who: OperationContext) => transcriptFile(who, { id: 'x' }),
    ];
    for (const ask of asks) {
      expect(await ask(nobody)).toMatchObject({ problem: { kind: 'signedOut' } });
      expect(await ask(lab.as('helpdesk'))).toMatchObject({ problem: { kind: 'notFound' } });
    }
    expect(await validationRunList(nobody, ALL_RUNS)).toMatchObject({ problem: { kind: 'signedOut' } });
    expect(valueIn(await validationRunList(lab.as('helpdesk'), ALL_RUNS))).toMatchObject({
      none: true,
      rows: [],
    });
  });
});
