import { expect, it } from 'vitest';
import { describeBothEngines } from '../data/engines-for-tests';
import { compareVersions } from './compare-versions';
import { connectorDossier } from './connector-dossier';
import { connectorHistory, connectorHistoryInput } from './connector-history';
import { type ConnectorLife, connectorLife, NOT_FOUND } from './connector-life-for-tests';
import { created, draftOf, validated } from './create-connector-for-tests';
import { deleteConnectors } from './delete-connectors';
import { connectorReport } from './find-connector';
import { valueIn } from './people-for-tests';
import { publishConnector } from './publish-connector';
import { saveDraft } from './save-draft';

const draft = draftOf();
const moved = draftOf({ smartHosts: ['mail2.contoso.com'] });
const MOVED = [
  { field: 'smartHosts', kind: 'removed', value: 'mail.contoso.com' },
  { field: 'smartHosts', kind: 'added', value: 'mail2.contoso.com' },
];

/** Version 1 as created, 2 moved by Bob on a validation, 3 back again for a reason. */
async function threeVersions({ ada, bob }: ConnectorLife) {
  const connectorId = await created(ada, draft);
  const runId = await validated(bob, moved, 'passed');
  valueIn(
    await publishConnector(bob, { connectorId, baseVersion: 1, draft: moved, runId, note: 'New server' }),
  );
  const back = { connectorId, baseVersion: 2, draft, restoredFrom: 1, reason: 'It is down' };
  valueIn(await publishConnector(ada, back));
  return { connectorId, runId };
}

describeBothEngines('The history of a connector', (engine) => {
  it('tells of each version who, when, why, on what, and what it changed', async () => {
    const life = await connectorLife(engine);
    const { connectorId, runId } = await threeVersions(life);
    expect(valueIn(await connectorHistory(life.hal, { connectorId }))).toMatchObject({
      id: connectorId,
      name: draft.name,
      inForce: 3,
      more: false,
      versions: [
        { number: 3, createdByName: 'Ada', reason: 'It is down', restoredFrom: 1, changes: [{}, {}] },
        {
          number: 2,
          createdByName: 'Bob',
          createdAt: expect.stringMatching(/^2026-11-24T.*Z$/),
          note: 'New server',
          failureAcknowledged: false,
          validation: { runId, outcome: 'passed', finishedAt: expect.stringMatching(/Z$/) },
          changes: MOVED,
        },
        { number: 1, validation: { outcome: 'passed' }, changes: [] },
      ],
    });
  });

  it('comes fifty at a time, and the last of a page knows the one behind it', async () => {
    const { ada } = await connectorLife(engine);
    const connectorId = await created(ada, draft);
    for (let version = 1; version < 52; version += 1) {
      const next = { ...draft, description: `${version + 1}` };
      valueIn(await publishConnector(ada, { connectorId, baseVersion: version, draft: next }));
    }
    const first = valueIn(await connectorHistory(ada, { connectorId }));
    expect(first.versions.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, n) => 52 - n));
    expect(first.more).toBe(true);
    expect(first.versions.at(-1)?.changes).toEqual([
      { field: 'description', kind: 'changed', from: '2', to: '3' },
    ]);
    const second = valueIn(await connectorHistory(ada, { connectorId, before: 3 }));
    expect(second.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(second.more).toBe(false);
  });

  it('stays when the connector is deleted, and says so', async () => {
    const life = await connectorLife(engine);
    const { connectorId } = await threeVersions(life);
    valueIn(await deleteConnectors(life.bob, { ids: [connectorId] }));
    expect(valueIn(await connectorHistory(life.hal, { connectorId }))).toMatchObject({
      deleted: { byName: 'Bob', at: expect.stringMatching(/Z$/) },
      versions: [{ number: 3 }, { number: 2 }, { number: 1 }],
    });
    expect(valueIn(await compareVersions(life.hal, { connectorId, from: 1, to: 2 })).changes).toEqual(MOVED);
    expect(await connectorHistory(life.hal, { connectorId: 'nobody' })).toEqual(NOT_FOUND);
  });

  it('compares any two versions, either way', async () => {
    const life = await connectorLife(engine);
    const { connectorId } = await threeVersions(life);
    const compare = (from: number, to: number) => compareVersions(life.hal, { connectorId, from, to });
    expect(valueIn(await compare(1, 2))).toMatchObject({
      from: { number: 1, createdByName: 'Ada', connector: { name: draft.name } },
      to: { number: 2, createdByName: 'Bob' },
      changes: MOVED,
    });
    expect(valueIn(await compare(2, 1)).changes).toEqual([
      { field: 'smartHosts', kind: 'removed', value: 'mail2.contoso.com' },
      { field: 'smartHosts', kind: 'added', value: 'mail.contoso.com' },
    ]);
    expect(valueIn(await compare(1, 3)).changes).toEqual([]);
    expect(await compare(1, 4)).toEqual(NOT_FOUND);
  });
});

describeBothEngines('The report of a connector', (engine) => {
  it('has the version’s reason, the draft and what it would change', async () => {
    const life = await connectorLife(engine);
    const { connectorId } = await threeVersions(life);
    valueIn(await saveDraft(life.bob, { connectorId, baseVersion: 3, draft: moved, revision: null }));
    const report = valueIn(await connectorReport(life.bob, { id: connectorId }));
    expect(report).toMatchObject({
      version: { number: 3, reason: 'It is down', restoredFrom: 1 },
      draft: { authorName: 'Bob', changes: MOVED, mine: true },
      hybridWizard: false,
    });
    expect(valueIn(await connectorReport(life.hal, { id: connectorId })).draft?.mine).toBe(false);
  });

  it('knows a connector of the Hybrid Configuration Wizard', async () => {
    const { ada } = await connectorLife(engine);
    const name = 'Outbound to 11111111-2222-3333-4444-555555555555';
    const id = await created(ada, draftOf({ name }));
    expect(valueIn(await connectorReport(ada, { id })).hybridWizard).toBe(true);
  });

  it('can be printed with its validation and its last ten changes', async () => {
    const life = await connectorLife(engine);
    const { connectorId, runId } = await threeVersions(life);
    const dossier = valueIn(await connectorDossier(life.hal, { connectorId }));
    expect(dossier).toMatchObject({
      report: { id: connectorId, health: 'stale', lastValidation: { runId } },
      run: { id: runId, outcome: 'passed' },
      recent: [{ number: 3 }, { number: 2 }, { number: 1 }],
    });
    // It goes to the browser as JSON.
    expect(JSON.parse(JSON.stringify(dossier))).toEqual(dossier);
    expect(await connectorDossier(life.hal, { connectorId: 'nobody' })).toEqual(NOT_FOUND);
  });
});

it('a version that no column can hold is not asked for', () => {
  const asked = (before: number) => connectorHistoryInput.safeParse({ connectorId: 'a', before }).success;
  expect([1, 2_147_483_647, 2_147_483_648, 0, 1.5].map(asked)).toEqual([true, true, false, false, false]);
});
