// Connectors of a tenant's file come in: each a version of its own. Drafts of theirs stay, and meet the new version as any.
import { findConnector, insertConnectors } from '../data/connectors';
import type { Connector } from '../mailflow/connector';
import { fingerprintOf } from '../mailflow/fingerprint';
import type { TakenRow, Taking } from './apply-import';
import { auditConnectors } from './connector-audit';
import { publishVersion } from './publish-version';

/** The ids of new connectors under their rows' keys. */
export async function takeConnectors(
  taking: Taking,
  rows: readonly TakenRow<'connector'>[],
): Promise<ReadonlyMap<string, string>> {
  // A name that a renamed connector gives free must be free before another takes it.
  for (const row of rows) if (row.result === 'changed') await change(taking, row.id, row.after);
  const added = rows.filter(({ result }) => result === 'added');
  const ids = await addAll(
    taking,
    added.map(({ after }) => after),
  );
  return new Map(added.map(({ key }, at) => [key, ids[at] ?? '']));
}

async function addAll(
  { tx, context, actor, at, note }: Taking,
  connectors: readonly Connector[],
): Promise<readonly string[]> {
  const grounds = { failureAcknowledged: false, ...(note && { note }) };
  const versions = connectors.map((connector) => ({
    connector,
    fingerprint: fingerprintOf(connector),
    createdAt: at,
    createdById: actor.userId,
    createdByName: actor.name,
    ...grounds,
  }));
  const ids = await insertConnectors(tx, versions);
  const entries = connectors.map((connector, index) => ({
    ...{ actor, at, action: 'connector.created' as const },
    subject: { id: ids[index] ?? '', name: connector.name },
    details: { version: 1 as const, connector, ...grounds },
  }));
  await auditConnectors(tx, context, entries);
  return ids;
}

async function change({ tx, context, actor, note }: Taking, id: string, connector: Connector): Promise<void> {
  const current = await findConnector(tx, id);
  if (!current) throw new Error(`Connector ${id} was planned a moment ago and is not there.`);
  await publishVersion(tx, context, { actor, current, connector, evidence: {}, note });
}
