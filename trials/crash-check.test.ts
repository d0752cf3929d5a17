// A check that nobody has seen fail is paint: each thing that a crash could leave behind is done to a sound store by hand.
import { describe, expect, it } from 'vitest';
import { describeBothEngines } from '../lib/data/engines-for-tests';
import { claimRun } from '../lib/data/validation-queue';
import { judge } from '../lib/mailflow/judge';
import { type ConnectorLife, connectorLife } from '../lib/operations/connector-life-for-tests';
import { createConnector } from '../lib/operations/create-connector';
import { draftOf, inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import { deleteConnectors } from '../lib/operations/delete-connectors';
import { finishValidation } from '../lib/operations/end-validation';
import { valueIn } from '../lib/operations/people-for-tests';
import { publishConnector } from '../lib/operations/publish-connector';
import { requestValidation } from '../lib/operations/request-validation';
import { saveDraft } from '../lib/operations/save-draft';
import { undeleteConnectors } from '../lib/operations/undelete-connectors';
import { chanceOf } from './chance';
import { type Ledger, lostThings, newLedger, type Standing } from './ledger';
import { halfThings } from './whole-store';

type World = Readonly<{ life: ConnectorLife; ledger: Ledger; id: string; runId: string }>;
const marked = (description: string) => inboundDraftOf({ description });

/** One connector with two versions and a draft, deleted and restored; one finished validation; all of it acknowledged. */
async function soundWorld(life: ConnectorLife): Promise<World> {
  const { ada, store } = life;
  const create = { draft: marked('one'), acknowledgeFailure: false };
  const { id } = valueIn(await createConnector(ada, create));
  const publish = { connectorId: id, baseVersion: 1, draft: marked('two'), note: 'two' };
  valueIn(await publishConnector(ada, publish));
  const draft = { connectorId: id, baseVersion: 2, draft: marked('three'), revision: null };
  const { revision } = valueIn(await saveDraft(ada, draft));
  valueIn(await deleteConnectors(ada, { ids: [id] }));
  valueIn(await undeleteConnectors(ada, { ids: [id] }));
  const { runId } = valueIn(await requestValidation(ada, { draft: draftOf() }));
  const owner = { owner: 'worker', now: ada.now(), leaseMs: 60_000 };
  const run = await claimRun(store, owner);
  if (!run) throw new Error('There was no run to claim.');
  const verdict = judge([], run.plan, ada.now());
  await finishValidation({ ...ada, ...owner, now: ada.now }, run, { verdict, observations: [] });
  const standing: Standing = {
    ...{ version: 2, enabled: true, deleted: false, draft: { revision, marker: 'three' } },
    ...{ deletions: 1, restorations: 1, uncertain: false },
  };
  const ledger = newLedger();
  ledger.standings.set(id, standing);
  ledger.versions.push({ connectorId: id, version: 1, marker: 'one' });
  ledger.versions.push({ connectorId: id, version: 2, marker: 'two' });
  ledger.runs.push(runId);
  return { life, ledger, id, runId };
}

const faultsOf = async ({ life, ledger }: World) =>
  [...(await lostThings(life.store, ledger)), ...(await halfThings(life.store))].join('\n');

/** The store's own locks come off first: a crash asks no trigger and no reference. */
async function broken({ life: { store } }: World, statements: readonly string[]): Promise<void> {
  const run = (sql: string) => store.client.$executeRawUnsafe(sql);
  if (store.provider === 'sqlite') {
    await run('PRAGMA foreign_keys = OFF');
    for (const table of ['ConnectorVersion', 'AuditEntry'])
      for (const what of ['update', 'delete']) await run(`DROP TRIGGER "${table}_no_${what}"`);
  } else {
    for (const table of ['ConnectorVersion', 'AuditEntry'])
      await run(`DROP TRIGGER "${table}_no_change" ON "${table}"`);
    await run('ALTER TABLE "ConnectorVersion" DROP CONSTRAINT "ConnectorVersion_connectorId_fkey"');
    await run('ALTER TABLE "ConnectorDraft" DROP CONSTRAINT "ConnectorDraft_connectorId_fkey"');
    await run('ALTER TABLE "ValidationEvent" DROP CONSTRAINT "ValidationEvent_runId_fkey"');
  }
  for (const statement of statements) await run(statement);
}

const BREAKAGES: readonly (readonly [what: string, statements: readonly string[], said: RegExp])[] = [
  ['an acknowledged connector that is gone', [`DELETE FROM "Connector"`], /connector \S+ is missing/],
  ['a version that is gone', [`DELETE FROM "ConnectorVersion" WHERE "number" = 1`], /v1 is missing, not one/],
  [
    'a version with another content',
    [`UPDATE "ConnectorVersion" SET "note" = 'x' WHERE "number" = 2`],
    /v2 is x, not two/,
  ],
  [
    'a write that was done twice',
    [`UPDATE "ConnectorVersion" SET "note" = 'one' WHERE "number" = 2`],
    /one was done twice/,
  ],
  ['a draft that is gone', [`DELETE FROM "ConnectorDraft"`], /draft is none, not 1 three/],
  [
    'a deletion that came back',
    [`UPDATE "Connector" SET "nameKey" = NULL`],
    /is there, the audit log says otherwise/,
  ],
  ['a row behind its version', [`UPDATE "Connector" SET "currentVersionNumber" = 1`], /has versions 1,2/],
  [
    'a row that is not as its version says',
    [`UPDATE "Connector" SET "enabled" = (1 = 0)`],
    /is not as its version/,
  ],
  [
    'a draft of nothing',
    [`UPDATE "ConnectorDraft" SET "connectorId" = 'x'`],
    /a draft belongs to no connector/,
  ],
  [
    'a validation that is gone',
    [`DELETE FROM "ValidationRun"`],
    /validation \S+ is missing[\s\S]*tells of no validation/,
  ],
  [
    'a result without its judgement',
    [`UPDATE "ValidationRun" SET "verdict" = NULL`],
    /finished without a result/,
  ],
  [
    'a finished run that is held',
    [`UPDATE "ValidationRun" SET "leaseOwner" = 'x'`],
    /has ended and is still held/,
  ],
  [
    'events of nothing',
    [`INSERT INTO "ValidationEvent" VALUES ('x', 1, '{}')`],
    /events of no validation: x/,
  ],
  [
    'an audit entry that is gone from the end',
    [`DELETE FROM "AuditEntry" WHERE "sequence" = (SELECT MAX("sequence") FROM "AuditEntry")`],
    /the audit log: entry \d+ is missing/,
  ],
  [
    'an audit entry that is gone with its trace in the chain',
    [
      `DELETE FROM "AuditEntry" WHERE "action" = 'validation.finished'`,
      `UPDATE "AuditHead" SET "sequence" = (SELECT MAX("sequence") FROM "AuditEntry"),
        "hash" = (SELECT "hash" FROM "AuditEntry" ORDER BY "sequence" DESC LIMIT 1)`,
    ],
    /\(finished\) has entries validation.requested/,
  ],
  [
    'a chain that is broken',
    [`UPDATE "AuditEntry" SET "actorName" = 'x' WHERE "sequence" = 2`],
    /entry 2 is changed/,
  ],
];

describeBothEngines('The check behind a crash', (engine) => {
  it('says nothing of a sound store', async () => {
    expect(await faultsOf(await soundWorld(await connectorLife(engine)))).toBe('');
  });

  it.each(BREAKAGES)('tells %s', async (_, statements, said) => {
    const world = await soundWorld(await connectorLife(engine));
    await broken(world, statements);
    expect(await faultsOf(world)).toMatch(said);
  });

  it('tells an acknowledged write that never was, and leaves open what nobody was told', async () => {
    const world = await soundWorld(await connectorLife(engine));
    world.ledger.told.push('never');
    world.ledger.runs.push('no-run');
    const standing = world.ledger.standings.get(world.id);
    if (!standing) throw new Error('The ledger has lost its connector.');
    standing.version = 3;
    expect(await faultsOf(world)).toBe(
      `never is missing\nvalidation no-run is missing\n${world.id}: version is 2, not 3`,
    );
    standing.uncertain = true;
    expect(await faultsOf(world)).not.toContain('version is');
  });
});

describe('Chance that can be repeated', () => {
  it('is the same for the same seed, another for another, and keeps its bounds', () => {
    const first = (seed: number) => {
      const chance = chanceOf(seed);
      return Array.from({ length: 1_000 }, () => chance.between(3, 9));
    };
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect([...new Set(first(1))].sort()).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });
});
