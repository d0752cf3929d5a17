// The connector that all clients of a trial publish to, each on the version it last heard of.

import type { ConnectorDraft } from '../lib/mailflow/connector-draft';
import { inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import type { EditingView } from '../lib/operations/editing';
import { type Asking, ask, isConflict } from './ask';
import type { Ledger } from './ledger';

type World = Asking & Readonly<{ ledger: Ledger }>;

export type SharedConnector = Readonly<{ id: string; draft: ConnectorDraft }>;

export async function createShared(world: World, cookie: string): Promise<SharedConnector> {
  const draft = inboundDraftOf({ name: 'Everybody’s', description: 'shared-1' });
  const action = '/connectors/new#createConnectorAction';
  const { answer } = await ask<{ id: string }>(world, cookie, action, { draft, acknowledgeFailure: false });
  if (!answer.ok) throw new Error(`The shared connector was refused: ${JSON.stringify(answer.problem)}`);
  world.ledger.versions.push({ connectorId: answer.value.id, version: 1, marker: 'shared-1' });
  return { id: answer.value.id, draft };
}

export async function publishShared(
  world: World,
  cookie: string,
  marker: string,
  { id, draft }: SharedConnector,
): Promise<void> {
  const { count } = world.gate;
  const editing = '/connectors/[id]/edit#editingAction';
  const seen = await ask<EditingView>(world, cookie, editing, { connectorId: id });
  if (!seen.answer.ok) throw new Error('The shared connector is gone.');
  const baseVersion = seen.answer.value.inForce.version;
  const action = '/connectors/[id]/edit#publishConnectorAction';
  const input = { connectorId: id, baseVersion, draft: { ...draft, description: marker }, note: marker };
  const { answer } = await ask<{ version: number }>(world, cookie, action, input);
  if (answer.ok) {
    const { version } = answer.value;
    if (version !== baseVersion + 1) throw new Error(`A publish on ${baseVersion} became ${version}.`);
    world.ledger.versions.push({ connectorId: id, version, marker });
    count.acknowledged += 1;
  } else if (isConflict(answer.problem, 'versionMoved')) count.refused += 1;
  else throw new Error(`The shared connector refused: ${JSON.stringify(answer.problem)}`);
}
