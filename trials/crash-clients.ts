// Admins at work while the console crashes: each changes connectors of its own and one that all share, through the console's
// server actions over HTTP, and asks again where no answer came.
import { setTimeout as delay } from 'node:timers/promises';
import { strangerAt } from '../e2e/support/stranger';
import type { ConnectorDraft } from '../lib/mailflow/connector-draft';
import type { BulkReport } from '../lib/operations/bulk';
import { draftOf, inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import { type Asking, ask, isConflict, isUnclear, RETRY_MS } from './ask';
import type { Chance } from './chance';
import type { CrashScene } from './crash-scene';
import { type CrowdCount, newGate } from './gate';
import type { Ledger, Standing } from './ledger';
import { createShared, publishShared, type SharedConnector } from './shared-connector';

/** How many connectors a client keeps at most, and how long it rests between two requests. */
const OWN_MAX = 8;
const REST_MS = [10, 90] as const;
/** How long a client waits for a validation before it goes on without it. */
const WATCH_MS = 1_500;

type Own = { id: string; name: string; standing: Standing; draftCount: number; draft: ConnectorDraft };

export type Crowd = Readonly<{
  count: CrowdCount;
  /** Requests that are out just now. */
  inFlight: () => number;
  /** Lets requests through again. */
  resume: () => void;
  /** Lets no further request through; answers when none is out any more. */
  pause: () => Promise<void>;
  /** Ends, once every request has its answer. Fails where a client failed. */
  end: () => Promise<void>;
}>;

type World = Asking & Readonly<{ scene: CrashScene; ledger: Ledger; chance: Chance }>;

/** Starts `size` clients; the first creates the connector that all share. */
export async function startCrowd(
  scene: CrashScene,
  ledger: Ledger,
  chance: Chance,
  size: number,
): Promise<Crowd> {
  const stranger = await strangerAt(scene.url);
  const gate = newGate();
  const world: World = { scene, ledger, chance, stranger, gate };
  const cookies: string[] = [];
  for (let at = 1; at <= size; at += 1) cookies.push(await scene.admin(`Client${at}`));
  const shared = await createShared(world, cookies[0] ?? '');
  const clients = cookies.map((cookie, at) => client(world, cookie, `c${at + 1}`, shared));
  const all = Promise.all(clients);
  // A client that fails ends the trial at its end, not the process at once.
  all.catch(() => gate.end());
  return {
    count: gate.count,
    inFlight: gate.inFlight,
    resume: gate.open,
    pause: gate.close,
    end: async () => {
      gate.end();
      gate.open();
      await all;
    },
  };
}

async function client(world: World, cookie: string, tag: string, shared: SharedConnector): Promise<void> {
  const { chance, gate, ledger } = world;
  const own: Own[] = [];
  let made = 0;
  const nextMarker = () => {
    made += 1;
    return `${tag}-${made}`;
  };
  /** Sends a request about `connector`, whose standing is uncertain until it is answered. */
  const about = async <T>(connector: Own, action: string, input: unknown) => {
    const asked = await ask<T>(world, cookie, action, input, () => {
      connector.standing.uncertain = true;
    });
    return asked;
  };
  const settle = (connector: Own, isDone: boolean, isFirst: boolean, change: () => void): void => {
    if (isDone) {
      change();
      gate.count.acknowledged += 1;
      if (!isFirst) gate.count.foundDone += 1;
    } else gate.count.refused += 1;
    connector.standing.uncertain = false;
  };

  const create = async (draft: ConnectorDraft, runId?: string): Promise<void> => {
    const marker = draft.description;
    const input = { draft, acknowledgeFailure: runId !== undefined, ...(runId && { runId }) };
    const { answer, isFirst } = await ask<{ id: string }>(
      world,
      cookie,
      '/connectors/new#createConnectorAction',
      input,
    );
    if (answer.ok) {
      const { id } = answer.value;
      const standing: Standing = {
        ...{ version: 1, enabled: draft.enabled, deleted: false, draft: undefined },
        ...{ deletions: 0, restorations: 0, uncertain: false },
      };
      ledger.versions.push({ connectorId: id, version: 1, marker });
      ledger.standings.set(id, standing);
      own.push({ id, name: draft.name, standing, draftCount: 0, draft });
      gate.count.acknowledged += 1;
      return;
    }
    const isNameTaken = answer.problem.kind === 'invalid' && !isFirst;
    if (!isNameTaken) throw new Error(`A connector was refused: ${JSON.stringify(answer.problem)}`);
    ledger.told.push(marker);
    gate.count.foundDone += 1;
  };
  const createInbound = () => {
    const marker = nextMarker();
    return create(inboundDraftOf({ name: `In ${marker}`, description: marker }));
  };
  const validate = async (): Promise<void> => {
    const marker = nextMarker();
    const { hosts } = world.scene;
    const smartHosts = [chance.oneOf([hosts.good, hosts.silent])];
    const draft = draftOf({ name: `Out ${marker}`, description: marker, smartHosts });
    const action = '/connectors/new#requestValidationAction';
    const { answer } = await ask<{ runId: string }>(world, cookie, action, { draft });
    if (!answer.ok) {
      gate.count.refused += 1;
      return;
    }
    const { runId } = answer.value;
    ledger.runs.push(runId);
    gate.count.acknowledged += 1;
    if (own.length < OWN_MAX && (await hasFinished(world, cookie, runId))) await create(draft, runId);
  };
  const publish = async (connector: Own): Promise<void> => {
    const marker = nextMarker();
    const draft = { ...connector.draft, enabled: connector.standing.enabled, description: marker };
    const { version } = connector.standing;
    const input = {
      ...{ connectorId: connector.id, baseVersion: version, draft, note: marker },
      ...(draft.to !== 'office365' && { reason: 'The trial says so' }),
    };
    const action = '/connectors/[id]/edit#publishConnectorAction';
    const { answer, isFirst } = await about<{ version: number }>(connector, action, input);
    const isDone = answer.ok || (!isFirst && isConflict(answer.problem, 'versionMoved'));
    settle(connector, isDone, isFirst, () => {
      connector.standing.version = version + 1;
      connector.standing.draft = undefined;
      connector.draft = draft;
      ledger.versions.push({ connectorId: connector.id, version: version + 1, marker });
    });
  };
  const switchIt = async (connector: Own): Promise<void> => {
    const marker = nextMarker();
    const { version, enabled } = connector.standing;
    const items = [{ id: connector.id, version }];
    const input = { items, enabled: !enabled, note: marker, reason: 'The trial says so' };
    const action = '/connectors#switchConnectorsAction';
    const { answer, isFirst } = await aboutOne(connector, action, input);
    const isDone = answer === 'done' || (!isFirst && isConflict(answer, 'versionMoved'));
    settle(connector, isDone, isFirst, () => {
      connector.standing.version = version + 1;
      connector.standing.enabled = !enabled;
      ledger.versions.push({ connectorId: connector.id, version: version + 1, marker });
    });
  };
  const saveDraft = async (connector: Own): Promise<void> => {
    const marker = nextMarker();
    const { standing, draftCount } = connector;
    const input = {
      ...{ connectorId: connector.id, baseVersion: standing.version },
      ...{ draft: { ...connector.draft, description: marker }, revision: standing.draft?.revision ?? null },
    };
    const action = '/connectors/[id]/edit#saveDraftAction';
    const { answer, isFirst } = await about<{ revision: number }>(connector, action, input);
    const isDone = answer.ok || (!isFirst && isConflict(answer.problem, 'draftMoved'));
    settle(connector, isDone, isFirst, () => {
      connector.draftCount = draftCount + 1;
      standing.draft = { revision: draftCount + 1, marker };
    });
  };
  const remove = async (connector: Own): Promise<void> => {
    const input = { ids: [connector.id] };
    const { answer, isFirst } = await aboutOne(connector, '/connectors#deleteConnectorsAction', input);
    const isDone = answer === 'done' || (!isFirst && answer.kind === 'notFound');
    settle(connector, isDone, isFirst, () => {
      connector.standing.deleted = true;
      connector.standing.deletions += 1;
    });
  };
  const restore = async (connector: Own): Promise<void> => {
    const input = { ids: [connector.id] };
    const { answer, isFirst } = await aboutOne(connector, '/connectors#undeleteConnectorsAction', input);
    const isDone = answer === 'done' || (!isFirst && answer.kind === 'notFound');
    settle(connector, isDone, isFirst, () => {
      connector.standing.deleted = false;
      connector.standing.restorations += 1;
    });
  };
  /** The same for an action that takes many and is given one. */
  const aboutOne = async (connector: Own, action: string, input: unknown) => {
    for (let isFirst = true; ; isFirst = false) {
      const asked = await about<BulkReport>(connector, action, input);
      if (!asked.answer.ok) return { answer: asked.answer.problem, isFirst: isFirst && asked.isFirst };
      const [item] = asked.answer.value.items;
      if (!item) throw new Error(`${action} answered about nothing.`);
      if (item.ok) return { answer: 'done' as const, isFirst: isFirst && asked.isFirst };
      if (!isUnclear(item.problem)) return { answer: item.problem, isFirst: isFirst && asked.isFirst };
      connector.standing.uncertain = true;
      await delay(RETRY_MS);
    }
  };

  while (!gate.isOver()) {
    const living = own.filter(({ standing }) => !standing.deleted);
    const deleted = own.filter(({ standing }) => standing.deleted);
    const [some, gone] = [living.length > 0, deleted.length > 0];
    const possible = [
      ...(own.length < OWN_MAX ? [createInbound] : []),
      ...[validate, () => publishShared(world, cookie, nextMarker(), shared)],
      ...(some
        ? [publish, publish, switchIt, saveDraft, saveDraft].map((work) => () => work(chance.oneOf(living)))
        : []),
      ...(some && deleted.length < 3 ? [() => remove(chance.oneOf(living))] : []),
      ...(gone ? [() => restore(chance.oneOf(deleted))] : []),
    ];
    await chance.oneOf(possible)();
    await delay(chance.between(...REST_MS));
  }
}

async function hasFinished({ stranger, gate }: World, cookie: string, runId: string): Promise<boolean> {
  for (const giveUpAt = performance.now() + WATCH_MS; performance.now() < giveUpAt; await delay(50)) {
    const state = await gate.through(async () => {
      const answer = await stranger.get(`/api/validation-runs/${runId}`, { cookie }).catch(() => undefined);
      if (answer?.status !== 200) return undefined;
      const run: unknown = await answer.json().catch(() => undefined);
      return typeof run === 'object' && run !== null && 'state' in run ? run.state : undefined;
    });
    if (state === 'finished') return true;
  }
  return false;
}
