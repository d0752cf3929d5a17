import { describe, expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { findConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { findRun, listRuns } from '../data/validation-runs';
import { toConnector } from '../mailflow/draft-to-connector';
import { createConnector, createConnectorInput } from './create-connector';
import { draftOf, inboundDraftOf, validated } from './create-connector-for-tests';
import type { Outcome } from './outcome';
import { type TestConsole, testConsole, valueIn } from './people-for-tests';

const conflict = (code: string) => ({ ok: false, problem: { kind: 'conflict', code } });
const codes = (outcome: Outcome<unknown>) =>
  !outcome.ok && outcome.problem.kind === 'invalid'
    ? outcome.problem.findings.map(({ field, code }) => `${field} ${code}`)
    : outcome;

/** All that saving writes; a refusal leaves it as it was. */
const written = async ({ store }: TestConsole) => ({
  connectors: await store.client.connector.count(),
  versions: await store.client.connectorVersion.count(),
  assigned: await store.client.validationRun.count({ where: { connectorId: { not: null } } }),
  audit: (await listAudit(store, { limit: 99 })).length,
});

async function withAdmin(test: TestConsole) {
  return test.as(await test.firstAdmin());
}

describeBothEngines('Creating a connector', (engine) => {
  it('is for admins: helpdesk and strangers get a typed refusal and nothing changes', async () => {
    const test = await testConsole(engine);
    const admin = await test.firstAdmin();
    const helper = await test.joined(admin, 'helpdesk', 'hal@contoso.com');
    const draft = draftOf();
    const input = { draft, runId: await validated(test, draft, 'passed'), acknowledgeFailure: false };
    const before = await written(test);
    expect(await createConnector(await test.as(helper), input)).toEqual({
      ok: false,
      problem: { kind: 'forbidden', permission: 'connector:create' },
    });
    expect(await createConnector(test.visitor(), input)).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    });
    expect(await written(test)).toEqual(before);
  });

  it('saves the connector, its version 1, its validation and an audit entry together', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const draft = draftOf({ name: '  Contoso to Fabrikam ', smartHosts: ['MAIL.contoso.com.'] });
    const runId = await validated(test, draft, 'passed');
    const before = await written(test);
    const { id } = valueIn(await createConnector(admin, { draft, runId, acknowledgeFailure: false }));
    expect(await written(test)).toEqual({
      connectors: 1,
      versions: 1,
      assigned: 1,
      audit: before.audit + 1,
    });
    const saved = await findConnector(test.store, id);
    const run = await findRun(test.store, runId);
    expect(saved).toMatchObject({
      connector: toConnector(draft),
      version: { number: 1, createdByName: 'Ada', failureAcknowledged: false },
      health: 'passed',
      lastRunId: runId,
      lastValidatedAt: run?.finishedAt,
      fingerprint: run?.fingerprint,
    });
    expect(saved?.connector.name).toBe('Contoso to Fabrikam');
    expect(await listRuns(test.store, id, 9)).toMatchObject([{ id: runId, connectorId: id }]);
    expect((await listAudit(test.store, { limit: 1 }))[0]).toMatchObject({
      action: 'connector.created',
      actorId: admin.who?.userId,
      actorName: 'Ada',
      subjectKind: 'connector',
      subjectId: id,
      subjectName: 'Contoso to Fabrikam',
      remoteAddress: '192.0.2.1',
      details: { version: 1, validationRunId: runId, outcome: 'passed', failureAcknowledged: false },
    });
    expect(await verifyAudit(test.store)).toMatchObject({ ok: true });
  });

  it('refuses a name that another connector has, in whatever case, at the Name step', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const first = draftOf({ name: 'Über Contoso' });
    const runId = await validated(test, first, 'passed');
    valueIn(await createConnector(admin, { draft: first, runId, acknowledgeFailure: false }));
    const before = await written(test);
    for (const name of ['Über Contoso', 'ÜBER CONTOSO', ' über contoso ', 'u\u0308ber contoso']) {
      const draft = draftOf({ name });
      const input = { draft, runId: await validated(test, draft, 'passed'), acknowledgeFailure: false };
      expect(await createConnector(admin, input)).toEqual({
        ok: false,
        problem: {
          kind: 'invalid',
          findings: [
            { code: 'name.taken', severity: 'error', field: 'name', params: { value: name.trim() } },
          ],
        },
      });
    }
    expect(await written(test)).toEqual(before);
  });

  it('gives a name to exactly one of twenty admins who save it at once', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const before = await written(test);
    const inputs = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const draft = draftOf({ name: n % 2 ? 'Contoso' : 'CONTOSO' });
        return { draft, runId: await validated(test, draft), acknowledgeFailure: false };
      }),
    );
    await test.store.client.validationRun.updateMany({
      data: { state: 'finished', outcome: 'passed', finishedAt: test.now() },
    });
    const outcomes = await Promise.all(inputs.map((input) => createConnector(admin, input)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(codes(outcome)).toEqual(['name name.taken']);
    expect(await written(test)).toEqual({
      connectors: 1,
      versions: 1,
      assigned: 1,
      audit: before.audit + 1,
    });
    expect(await verifyAudit(test.store)).toMatchObject({ ok: true });
  }, 30_000);

  it('takes a validation of exactly these settings only', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const draft = draftOf({ smartHosts: ['mail.contoso.com', 'mail2.contoso.com'] });
    const runId = await validated(test, draft, 'passed');
    const before = await written(test);
    for (const given of [
      { smartHosts: ['mail.contoso.com'] },
      { smartHosts: ['mail.contoso.com', 'mail3.contoso.com'] },
      { tlsCertificate: 'any' as const },
      { tlsRequired: false },
      { validationRecipients: ['bob@contoso.com'] },
    ]) {
      const changed = { ...draft, ...given };
      expect(await createConnector(admin, { draft: changed, runId, acknowledgeFailure: true })).toEqual(
        conflict('validationStale'),
      );
    }
    expect(await written(test)).toEqual(before);
    // What a validation does not test may change after it.
    const renamed = {
      ...draft,
      name: 'Renamed',
      enabled: false,
      smartHosts: [...draft.smartHosts].reverse(),
    };
    expect(await createConnector(admin, { draft: renamed, runId, acknowledgeFailure: false })).toMatchObject({
      ok: true,
    });
  });

  it('waits for the validation to end, and knows which runs there are', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const draft = draftOf();
    const runId = await validated(test, draft);
    const before = await written(test);
    expect(await createConnector(admin, { draft, runId, acknowledgeFailure: true })).toEqual(
      conflict('validationUnfinished'),
    );
    expect(await createConnector(admin, { draft, runId: 'no-such-run', acknowledgeFailure: true })).toEqual(
      conflict('validationMissing'),
    );
    await test.store.client.validationRun.update({ where: { id: runId }, data: { state: 'cancelled' } });
    expect(await createConnector(admin, { draft, runId, acknowledgeFailure: true })).toEqual(
      conflict('validationUnfinished'),
    );
    expect(await written(test)).toEqual(before);
  });

  it('asks for no validation where the service has none, and for one where it has', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const input = { draft: inboundDraftOf(), acknowledgeFailure: false };
    const { id } = valueIn(await createConnector(admin, input));
    expect(await findConnector(test.store, id)).toMatchObject({
      connector: toConnector(inboundDraftOf()),
      health: 'notApplicable',
      fingerprint: '',
    });
    expect((await listAudit(test.store, { limit: 1 }))[0]).toMatchObject({ action: 'connector.created' });
    const before = await written(test);
    expect(await createConnector(admin, { draft: draftOf(), acknowledgeFailure: true })).toEqual(
      conflict('validationMissing'),
    );
    const halfPair = inboundDraftOf({ name: 'Other', description: '\ud800' });
    expect(await createConnector(admin, { draft: halfPair, acknowledgeFailure: false })).toEqual({
      ok: false,
      problem: { kind: 'malformed' },
    });
    expect(await written(test)).toEqual(before);
  });

  for (const outcome of ['failed', 'inconclusive'] as const) {
    it(`after a validation that ${outcome === 'failed' ? 'failed' : 'proved nothing'}, saves only where the admin says so, and writes that down`, async () => {
      const test = await testConsole(engine);
      const admin = await withAdmin(test);
      const draft = draftOf();
      const runId = await validated(test, draft, outcome);
      const before = await written(test);
      expect(await createConnector(admin, { draft, runId, acknowledgeFailure: false })).toEqual(
        conflict('failureNotAcknowledged'),
      );
      expect(await written(test)).toEqual(before);
      const { id } = valueIn(await createConnector(admin, { draft, runId, acknowledgeFailure: true }));
      expect(await findConnector(test.store, id)).toMatchObject({
        health: outcome,
        version: { failureAcknowledged: true },
      });
      expect((await listAudit(test.store, { limit: 1 }))[0]?.details).toMatchObject({
        outcome,
        failureAcknowledged: true,
      });
    });
  }

  it('acknowledges nothing where the validation passed', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const draft = draftOf();
    const runId = await validated(test, draft, 'passed');
    const { id } = valueIn(await createConnector(admin, { draft, runId, acknowledgeFailure: true }));
    expect((await findConnector(test.store, id))?.version.failureAcknowledged).toBe(false);
  });

  it('does not believe the browser: a forged draft is reviewed again', async () => {
    const test = await testConsole(engine);
    const admin = await withAdmin(test);
    const runId = await validated(test, draftOf(), 'passed');
    const before = await written(test);
    const create = async (given: Parameters<typeof draftOf>[0]) =>
      codes(await createConnector(admin, { draft: draftOf(given), runId, acknowledgeFailure: true }));
    expect(await create({ smartHosts: ['http://mail'] })).toEqual(['smartHosts host.url']);
    expect(await create({ smartHosts: ['mail.contoso.com\r\nQUIT'] })).toEqual([
      'smartHosts host.controlCharacters',
    ]);
    expect(await create({ validationRecipients: ['ada@contoso.com\r\nDATA'] })).toEqual([
      'validationRecipients email.controlCharacters',
    ]);
    expect(await create({ smartHosts: [] })).toEqual(['smartHosts smartHosts.required']);
    expect(await create({ name: '' })).toEqual(['name text.required']);
    expect(await create({ name: 'a'.repeat(65) })).toEqual(['name text.tooLong']);
    expect(await create({ to: 'partner', scope: 'transportRule', delivery: '' })).toEqual([
      'delivery delivery.required',
    ]);
    expect(await written(test)).toEqual(before);
  });
});

describe('the input of creating a connector', () => {
  const input = { draft: draftOf(), runId: 'r', acknowledgeFailure: false };
  const reads = (given: unknown) => createConnectorInput.safeParse(given).success;

  it('is a draft, a run and a yes or no', () => {
    expect(reads(input)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['no draft', { ...input, draft: undefined }],
    ['no run', { ...input, runId: '' }],
    ['a run that is a query', { ...input, runId: { not: '' } }],
    ['a yes in words', { ...input, acknowledgeFailure: 'true' }],
    ['more than was asked', { ...input, createdById: 'eve' }],
    ['a draft with more than a draft has', { ...input, draft: { ...draftOf(), health: 'passed' } }],
    ['a host that is no text', { ...input, draft: { ...draftOf(), smartHosts: [1] } }],
    ['a scope that there is not', { ...input, draft: { ...draftOf(), scope: 'all' } }],
    [
      'an endless list',
      { ...input, draft: { ...draftOf(), smartHosts: Array(501).fill('mail.contoso.com') } },
    ],
    ['an endless name', { ...input, draft: { ...draftOf(), name: 'a'.repeat(1_001) } }],
  ])('is not %s', (_, forged) => {
    expect(reads(forged)).toBe(false);
  });
});
