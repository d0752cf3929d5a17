import { describe, expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { findDraft } from '../data/connector-drafts';
import { findConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { connectorLife, MALFORMED, NOT_FOUND, refusedBy } from './connector-life-for-tests';
import { created, draftOf, inboundDraftOf, validated } from './create-connector-for-tests';
import { deleteConnectors } from './delete-connectors';
import { discardDraft } from './discard-draft';
import { editing } from './editing';
import { valueIn } from './people-for-tests';
import { publishConnector } from './publish-connector';
import { saveDraft, saveDraftInput } from './save-draft';
import { undeleteConnector } from './undelete-connectors';

const draft = draftOf();
/** As somebody leaves it who is called away. */
const unfinished = draftOf({ name: '', smartHosts: ['mail2.contoso.com', 'half typ'] });

describeBothEngines('A draft', (engine) => {
  it('is kept as it was typed, beside what is in force', async () => {
    const { ada, bob, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const runId = await validated(ada, draft, 'passed');
    const saved = valueIn(
      await saveDraft(ada, { connectorId, baseVersion: 1, draft: unfinished, revision: null, runId }),
    );
    expect(await findConnector(store, connectorId)).toMatchObject({
      connector: { name: draft.name },
      version: { number: 1 },
    });
    const view = {
      connectorId,
      name: draft.name,
      inForce: { version: 1, draft, createdByName: 'Ada' },
      draft: {
        draft: unfinished,
        baseVersion: 1,
        base: draft,
        revision: saved.revision,
        updatedAt: saved.updatedAt,
        authorId: 'ada',
        authorName: 'Ada',
        runId,
        mine: true,
      },
      lastValidation: { outcome: 'passed' },
    };
    expect(valueIn(await editing(ada, { connectorId }))).toMatchObject(view);
    expect(valueIn(await editing(bob, { connectorId }))).toMatchObject({ draft: { mine: false } });
  });

  it('is not overwritten by who has not seen it', async () => {
    const { ada, bob, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const input = { connectorId, baseVersion: 1, draft: unfinished };
    const { revision } = valueIn(await saveDraft(ada, { ...input, revision: null }));
    expect(await saveDraft(bob, { ...input, revision: null })).toEqual(refusedBy('draftMoved'));
    expect(await saveDraft(bob, { ...input, revision: revision + 1 })).toEqual(refusedBy('draftMoved'));
    const second = valueIn(await saveDraft(bob, { ...input, revision })).revision;
    expect(await saveDraft(ada, { ...input, revision })).toEqual(refusedBy('draftMoved'));
    expect(await discardDraft(ada, { connectorId, revision })).toEqual(refusedBy('draftMoved'));
    expect(await findDraft(store, connectorId)).toMatchObject({ authorName: 'Bob', revision: second });
  });

  it('that was discarded is gone, which is written down, and none that saw it comes back', async () => {
    const { ada, bob, store } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const input = { connectorId, baseVersion: 1, draft: unfinished };
    const { revision } = valueIn(await saveDraft(ada, { ...input, revision: null }));
    expect(await discardDraft(bob, { connectorId, revision })).toEqual({ ok: true, value: undefined });
    expect((await listAudit(store, { limit: 1 }))[0]).toMatchObject({
      action: 'connector.draftDiscarded',
      actorName: 'Bob',
      subjectName: draft.name,
      details: { draftBy: 'Ada', baseVersion: 1 },
    });
    expect(await discardDraft(bob, { connectorId, revision })).toEqual(refusedBy('draftMoved'));
    expect(await saveDraft(ada, { ...input, revision })).toEqual(refusedBy('draftMoved'));
    expect(valueIn(await saveDraft(bob, { ...input, revision: null })).revision).toBeGreaterThan(revision);
  });

  it('is saved on an older version too, and shows what it began with', async () => {
    const { ada, bob } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const renamed = { ...draft, name: 'Renamed' };
    valueIn(await publishConnector(bob, { connectorId, baseVersion: 1, draft: renamed }));
    const input = { connectorId, baseVersion: 1, draft: unfinished, revision: null };
    valueIn(await saveDraft(ada, input));
    expect(valueIn(await editing(ada, { connectorId, restore: 1 }))).toMatchObject({
      inForce: { version: 2, draft: renamed, createdByName: 'Bob' },
      draft: { baseVersion: 1, base: draft },
      restored: { version: 1, draft },
    });
    expect(await editing(ada, { connectorId, restore: 3 })).toEqual(NOT_FOUND);
  });

  it('is refused of a connector that is not there, with other ends, or of a version to come', async () => {
    const { ada, written } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    const deleted = await created(ada, draftOf({ name: 'Deleted' }));
    valueIn(await deleteConnectors(ada, { ids: [deleted] }));
    const before = await written();
    const save = (given: object) =>
      saveDraft(ada, { connectorId, baseVersion: 1, draft, revision: null, ...given });
    for (const id of [deleted, 'nobody']) {
      expect(await save({ connectorId: id })).toEqual(NOT_FOUND);
      expect(await discardDraft(ada, { connectorId: id, revision: 1 })).toEqual(NOT_FOUND);
      expect(await editing(ada, { connectorId: id })).toEqual(NOT_FOUND);
    }
    expect(await save({ draft: { ...draft, to: 'partner' } })).toEqual(refusedBy('scenarioFixed'));
    expect(await save({ draft: { ...draft, from: '', to: '' } })).toEqual(refusedBy('scenarioFixed'));
    expect(await save({ draft: inboundDraftOf() })).toEqual(refusedBy('scenarioFixed'));
    expect(await save({ baseVersion: 2 })).toEqual(MALFORMED);
    expect(await save({ restoredFrom: 2 })).toEqual(MALFORMED);
    for (const text of ['nul \0', 'half \udc00 pair'])
      expect(await save({ draft: { ...draft, description: text } })).toEqual(MALFORMED);
    expect(await written()).toEqual(before);
  });

  it('goes with its connector and comes back with it', async () => {
    const { ada } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    valueIn(await saveDraft(ada, { connectorId, baseVersion: 1, draft: unfinished, revision: null }));
    valueIn(await deleteConnectors(ada, { ids: [connectorId] }));
    valueIn(await undeleteConnector(ada, { id: connectorId }));
    expect(valueIn(await editing(ada, { connectorId })).draft).toMatchObject({ draft: unfinished });
  });
});

describe('What a draft is saved from', () => {
  const input = { connectorId: 'c', baseVersion: 1, draft, revision: null };
  const reads = (given: unknown) => saveDraftInput.safeParse(given).success;

  it('is what the wizard sends', () => {
    expect(reads(input)).toBe(true);
    expect(reads({ ...input, revision: 3, restoredFrom: 1, runId: 'r' })).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['more than was asked', { ...input, authorId: 'eve' }],
    ['a draft with more than a draft has', { ...input, draft: { ...draft, health: 'passed' } }],
    ['a version that is none', { ...input, baseVersion: 0 }],
    ['half a version', { ...input, baseVersion: 1.5 }],
    ['a revision that was not said', { ...input, revision: undefined }],
    ['an id that is a query', { ...input, connectorId: { not: '' } }],
  ])('is not %s', (_, forged) => {
    expect(reads(forged)).toBe(false);
  });
});
