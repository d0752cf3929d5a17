// Connectors of a tenant's file come in: each a version of its own. Drafts of theirs stay, and meet the new version as any.
import { findConnector, insertConnector } from '../data/connectors';
import type { Connector } from '../mailflow/connector';
import { fingerprintOf } from '../mailflow/fingerprint';
import type { TakenRow, Taking } from './apply-import';
import { auditConnector } from './connector-audit';
import { publishVersion } from './publish-version';

/** The ids of new connectors under their rows' keys. */
export async function takeConnectors(
  taking: Taking,
  rows: readonly TakenRow<'connector'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  // A name that a renamed connector gives free must be free before another takes it.
  for (const row of rows) if (row.result === 'changed') await change(taking, row.id, row.after);
  for (const row of rows) if (row.result === 'added') ids.set(row.key, await add(taking, row.after));
  return ids;
}

async function add({ tx, context, actor, at, note }: Taking, connector: Connector): Promise<string> {
  const grounds = { failureAcknowledged: false, ...(note && { note }) };
  const id = await insertConnector(tx, {
    connector,
    fingerprint: fingerprintOf(connector),
    createdAt: at,
    createdById: actor.userId,
    createdByName: actor.name,
    ...grounds,
  });
  const subject = { id, name: connector.name };
  const details = { version: 1 as const, connector, ...grounds };
  await auditConnector(tx, context, { actor, at, action: 'connector.created', subject, details });
  return id;
}

async function change({ tx, context, actor, note }: Taking, id: string, connector: Connector): Promise<void> {
  const current = await findConnector(tx, id);
  if (!current) throw new Error(`Connector ${id} was planned a moment ago and is not there.`);
  await publishVersion(tx, context, { actor, current, connector, evidence: {}, note });
}
