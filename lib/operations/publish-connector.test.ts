import { describe, expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { findDraft } from '../data/connector-drafts';
import { findConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { findRun } from '../data/validation-runs';
import { toConnector } from '../mailflow/draft-to-connector';
import { connectorLife, MALFORMED, NOT_FOUND, refusedBy } from './connector-life-for-tests';
import { created, draftOf, inboundDraftOf, validated } from './create-connector-for-tests';
import { deleteConnectors } from './delete-connectors';
import { valueIn } from './people-for-tests';
import { publishConnector, publishConnectorInput } from './publish-connector';
import { saveDraft } from './save-draft';

const draft = draftOf();
const moved = draftOf({ smartHosts: ['mail2.contoso.com'] });

describeBothEngines('Publishing an edit', (engine) => {
  it('makes the next version, with its validation and an audit entry, and takes the draft with it', async () => {
    const { ada, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const runId = await validated(ada, moved, 'passed');
    valueIn(await saveDraft(ada, { connectorId, baseVersion: 1, draft: moved, revision: null, runId }));
    const input = { connectorId, baseVersion: 1, draft: moved, runId, note: 'Moved; as agreed' };
    expect(valueIn(await publishConnector(ada, input))).toEqual({ version: 2 });
    expect(await findConnector(store, connectorId)).toMatchObject({
      connector: toConnector(moved),
      version: {
        number: 2,
        createdById: 'ada',
        note: 'Moved; as agreed',
        validationRunId: runId,
        failureAcknowledged: false,
      },
      health: 'passed',
      lastRunId: runId,
    });
    expect(await findRun(store, runId)).toMatchObject({ connectorId });
    expect(await findDraft(store, connectorId)).toBeUndefined();
    expect((await listAudit(store, { limit: 1 }))[0]).toMatchObject({
      action: 'connector.published',
      actorName: 'Ada',
      subjectId: connectorId,
      remoteAddress: '192.0.2.1',
      details: {
        version: 2,
        before: { delivery: { hosts: [{ host: 'mail.contoso.com' }] } },
        after: { delivery: { hosts: [{ host: 'mail2.contoso.com' }] } },
        note: 'Moved; as agreed',
        validationRunId: runId,
        outcome: 'passed',
      },
    });
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
  });

  it('is refused, and changes nothing, where a promise is broken', async () => {
    const { ada, written } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    await created(ada, draftOf({ name: 'Taken' }));
    const deleted = await created(ada, draftOf({ name: 'Deleted' }));
    await deleteConnectors(ada, { ids: [deleted] });
    const failedRun = await validated(ada, moved, 'failed');
    const before = await written();
    const publish = (given: object) =>
      publishConnector(ada, { connectorId, baseVersion: 1, draft: moved, reason: 'Urgent', ...given });
    expect(await publish({ connectorId: 'nobody' })).toEqual(NOT_FOUND);
    expect(await publish({ connectorId: deleted })).toEqual(NOT_FOUND);
    expect(await publish({ draft: { ...moved, to: 'partner' } })).toEqual(refusedBy('scenarioFixed'));
    expect(await publish({ draft: inboundDraftOf() })).toEqual(refusedBy('scenarioFixed'));
    expect(await publish({ baseVersion: 2 })).toEqual(refusedBy('versionMoved'));
    expect(await publish({ draft })).toEqual(refusedBy('nothingChanged'));
    expect(await publish({ draft: { ...draft, smartHosts: ['MAIL.contoso.com.'] } })).toEqual(
      refusedBy('nothingChanged'),
    );
    expect(await publish({ draft: { ...moved, name: 'TAKEN ' } })).toMatchObject({
      problem: {
        kind: 'invalid',
        findings: [{ code: 'name.taken', field: 'name', params: { value: 'TAKEN' } }],
      },
    });
    expect(await publish({ draft: { ...moved, smartHosts: [] } })).toMatchObject({
      problem: { kind: 'invalid', findings: [{ code: 'smartHosts.required' }] },
    });
    expect(await publish({ restoredFrom: 2 })).toEqual(MALFORMED);
    expect(await publish({ draft: { ...moved, description: 'half \ud800 pair' } })).toEqual(MALFORMED);
    for (const runId of [undefined, 'nobody', failedRun]) {
      expect(await publish({ reason: undefined, runId })).toEqual(refusedBy('validationNeeded'));
    }
    expect(await publish({ reason: '' })).toEqual(refusedBy('validationNeeded'));
    expect(await written()).toEqual(before);
  });

  it('goes on the last validation where only what it does not test has changed', async () => {
    const { ada, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const renamed = { ...draft, name: 'Contoso to fabrikam', description: 'In other words' };
    expect(valueIn(await publishConnector(ada, { connectorId, baseVersion: 1, draft: renamed }))).toEqual({
      version: 2,
    });
    expect(await findConnector(store, connectorId)).toMatchObject({
      connector: { name: 'Contoso to fabrikam' },
      health: 'passed',
    });
  });

  it('goes on a typed reason, and writes that down', async () => {
    const { ada, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const runId = await validated(ada, moved, 'failed');
    const input = { connectorId, baseVersion: 1, draft: moved, runId, reason: 'The old server burns' };
    expect(valueIn(await publishConnector(ada, input))).toEqual({ version: 2 });
    expect(await findConnector(store, connectorId)).toMatchObject({
      version: { reason: 'The old server burns', validationRunId: runId, failureAcknowledged: true },
      health: 'failed',
    });
    expect((await listAudit(store, { limit: 1 }))[0]?.details).toMatchObject({
      reason: 'The old server burns',
      outcome: 'failed',
      failureAcknowledged: true,
    });
  });

  it('without a validation leaves the last one stale', async () => {
    const { ada, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const off = { ...moved, enabled: false };
    valueIn(await publishConnector(ada, { connectorId, baseVersion: 1, draft: off }));
    expect(await findConnector(store, connectorId)).toMatchObject({ health: 'stale' });
    const back = { ...draft, enabled: false };
    valueIn(await publishConnector(ada, { connectorId, baseVersion: 2, draft: back }));
    expect(await findConnector(store, connectorId)).toMatchObject({ health: 'passed' });
  });

  it('of a restored version asks for a validation that is newer than what is in force', async () => {
    const { ada, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const old = (await findConnector(store, connectorId))?.lastRunId ?? '';
    const runId = await validated(ada, moved, 'passed');
    valueIn(await publishConnector(ada, { connectorId, baseVersion: 1, draft: moved, runId }));
    const restore = { connectorId, baseVersion: 2, draft, restoredFrom: 1 };
    expect(await publishConnector(ada, { ...restore, runId: old })).toEqual(refusedBy('validationNeeded'));
    const fresh = await validated(ada, draft, 'passed');
    expect(valueIn(await publishConnector(ada, { ...restore, runId: fresh }))).toEqual({ version: 3 });
    expect(await findConnector(store, connectorId)).toMatchObject({
      connector: toConnector(draft),
      version: { number: 3, restoredFrom: 1, validationRunId: fresh },
    });
  });

  it('of an inbound connector asks for no validation', async () => {
    const { ada, store } = await connectorLife(engine);
    const connectorId = await created(ada, inboundDraftOf());
    const edited = inboundDraftOf({ senderDomains: ['fabrikam.com', 'fabrikam.it'] });
    expect(valueIn(await publishConnector(ada, { connectorId, baseVersion: 1, draft: edited }))).toEqual({
      version: 2,
    });
    expect(await findConnector(store, connectorId)).toMatchObject({ health: 'notApplicable' });
  });

  it('keeps somebody else’s draft, unless it is the one that is published', async () => {
    const { ada, bob, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const revision = valueIn(
      await saveDraft(bob, { connectorId, baseVersion: 1, draft: moved, revision: null }),
    ).revision;
    const renamed = { ...draft, name: 'Renamed' };
    valueIn(await publishConnector(ada, { connectorId, baseVersion: 1, draft: renamed }));
    expect(await findDraft(store, connectorId)).toMatchObject({ authorName: 'Bob', baseVersion: 1 });
    const input = { connectorId, baseVersion: 2, draft: moved, reason: 'Bob is away', revision };
    valueIn(await publishConnector(ada, input));
    expect(await findDraft(store, connectorId)).toBeUndefined();
    expect((await listAudit(store, { limit: 1 }))[0]?.details).toMatchObject({ draftBy: 'Bob' });
  });
});

describe('What an edit is published from', () => {
  const input = { connectorId: 'c', baseVersion: 1, draft };
  const reads = (given: unknown) => publishConnectorInput.safeParse(given).success;

  it('is what the wizard sends', () => {
    expect(reads(input)).toBe(true);
    const rest = { note: 'n', runId: 'r', reason: 'r', restoredFrom: 1, revision: 1 };
    expect(reads({ ...input, ...rest })).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['more than was asked', { ...input, createdById: 'eve' }],
    ['a version to be', { ...input, version: 7 }],
    ['a draft with more than a draft has', { ...input, draft: { ...draft, fingerprint: 'f' } }],
    ['a note that is no text', { ...input, note: {} }],
    ['an endless reason', { ...input, reason: 'a'.repeat(1_001) }],
    ['a reason that no database keeps', { ...input, reason: 'nul \0' }],
    ['a version that is no number', { ...input, baseVersion: '1' }],
    ['a version below the first', { ...input, restoredFrom: 0 }],
  ])('is not %s', (_, forged) => {
    expect(reads(forged)).toBe(false);
  });
});
