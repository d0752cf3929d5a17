// Gives a command to the server, a few connectors at a time, so that its progress can be seen; gathers what came of each.
import type { BulkItem } from '@/lib/operations/bulk';
import type { Problem } from '@/lib/operations/outcome';
import type { LifeActions, LifeCommand, Target } from './life-command';

export type Why =
  | 'notFound'
  | 'notDeleted'
  | 'versionMoved'
  | 'nothingChanged'
  | 'validationNeeded'
  | 'notValidatable'
  | 'rateLimited'
  | 'storage'
  | 'nameTaken'
  | 'signedOut'
  | 'forbidden'
  | 'unexpected';

/** What came of one connector: `version` and `runId` as far as the command makes one. */
export type ItemResult = Readonly<{ id: string; name: string }> &
  (Readonly<{ ok: true; version?: number; runId?: string }> | Readonly<{ ok: false; why: Why }>);

/** What the person typed. */
export type Said = Readonly<{ note?: string; reason?: string }>;

const AT_A_TIME = 5;

/** Never throws: a connector whose call gets no answer has failed like any other. `onProgress` gets all results so far. */
export async function runCommand(
  actions: LifeActions,
  command: LifeCommand,
  targets: readonly Target[],
  said: Said,
  onProgress: (results: readonly ItemResult[]) => void,
): Promise<readonly ItemResult[]> {
  let results: readonly ItemResult[] = [];
  for (let at = 0; at < targets.length; at += AT_A_TIME) {
    const some = targets.slice(at, at + AT_A_TIME);
    results = [...results, ...(await runSome(actions, command, some, said))];
    onProgress(results);
  }
  return results;
}

async function runSome(
  actions: LifeActions,
  command: LifeCommand,
  targets: readonly Target[],
  said: Said,
): Promise<ItemResult[]> {
  // Without the network, or the server, there is no answer at all.
  const outcome = await call(actions, command, targets, said).catch(() => undefined);
  const items = new Map(outcome?.ok ? outcome.value.items.map((item) => [item.id, item]) : []);
  const problem = outcome && !outcome.ok ? outcome.problem : undefined;
  return targets.map((target) => resultOf(command, target, items.get(target.id), problem));
}

function call(actions: LifeActions, command: LifeCommand, targets: readonly Target[], said: Said) {
  const ids = targets.map(({ id }) => id);
  switch (command) {
    case 'turnOn':
    case 'turnOff': {
      const items = targets.map(({ id, version }) => ({ id, version }));
      return actions.switchConnectors({ items, enabled: command === 'turnOn', ...said });
    }
    case 'delete':
      return actions.deleteConnectors({ ids });
    case 'undelete':
      return actions.undeleteConnectors({ ids });
    case 'validate':
      return actions.validateConnectors({ ids });
  }
}

function resultOf(
  command: LifeCommand,
  { id, name }: Target,
  item: BulkItem | undefined,
  problem: Problem | undefined,
): ItemResult {
  if (item?.ok) {
    const { version, runId } = item;
    return { id, name: item.name, ok: true, ...(version && { version }), ...(runId && { runId }) };
  }
  return { id, name: item?.name ?? name, ok: false, why: whyOf(command, item?.problem ?? problem) };
}

function whyOf(command: LifeCommand, problem: Problem | undefined): Why {
  switch (problem?.kind) {
    case 'notFound':
      return command === 'undelete' ? 'notDeleted' : 'notFound';
    case 'invalid':
      return 'nameTaken';
    case 'rateLimited':
    case 'storage':
    case 'signedOut':
    case 'forbidden':
      return problem.kind;
    case 'conflict':
      return KNOWN_CONFLICTS.find((code) => code === problem.code) ?? 'unexpected';
    default:
      return 'unexpected';
  }
}

const KNOWN_CONFLICTS = ['versionMoved', 'nothingChanged', 'validationNeeded', 'notValidatable'] as const;
