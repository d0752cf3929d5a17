// Deleted connectors: out of the list and out of force, but kept, with their versions and their draft.
import type { Connector, PartnerKind } from '../mailflow/connector';
import { foldName } from '../mailflow/fold-name';
import { LIVE, type StoredConnector, withVersion } from './connectors';
import type { Connector as Row } from './generated/sqlite/client';
import { clientOf, type Store, type Tx } from './store';

export type Deletion = Readonly<{ at: Date; byId: string; byName: string }>;

export type DeletedConnector = StoredConnector & Readonly<{ deleted: Deletion }>;

export type DeletedSummary = Readonly<{
  id: string;
  name: string;
  direction: Connector['direction'];
  partnerKind: PartnerKind;
  deletedAt: Date;
  deletedByName: string;
  version: number;
}>;

/** Deletes the connector and gives its name free; false where it is not there. */
export async function markDeleted(tx: Tx, id: string, { at, byId, byName }: Deletion): Promise<boolean> {
  const { count } = await tx.connector.updateMany({
    where: { id, ...LIVE },
    data: { nameKey: null, deletedAt: at, deletedById: byId, deletedByName: byName },
  });
  return count === 1;
}

/** Takes the deletion back. Throws where its name is taken: `uniqueViolation(error)` is then `['nameKey']`. */
export async function unmarkDeleted(tx: Tx, id: string): Promise<void> {
  const { name } = await tx.connector.findUniqueOrThrow({ where: { id }, select: { name: true } });
  await tx.connector.update({
    where: { id },
    data: { nameKey: foldName(name), deletedAt: null, deletedById: null, deletedByName: null },
  });
}

/** The deleted connector with `id`, as it was last in force, or undefined. */
export async function findDeletedConnector(
  store: Store | Tx,
  id: string,
): Promise<DeletedConnector | undefined> {
  const row = await clientOf(store).connector.findUnique({ where: { id } });
  const deleted = row && deletionOf(row);
  return deleted ? { ...(await withVersion(store, row)), deleted } : undefined;
}

/** One page of deleted connectors, the last deleted first; `page` counts from 1. */
export async function listDeleted(
  store: Store,
  { page, pageSize }: Readonly<{ page: number; pageSize: number }>,
): Promise<{ rows: DeletedSummary[]; total: number }> {
  const where = { deletedAt: { not: null } };
  const [total, rows] = await Promise.all([
    store.client.connector.count({ where }),
    store.client.connector.findMany({
      where,
      orderBy: [{ deletedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  return { total, rows: rows.flatMap(toSummary) };
}

function toSummary(row: Row): DeletedSummary[] {
  const deleted = deletionOf(row);
  if (!deleted) return [];
  return [
    {
      id: row.id,
      name: row.name,
      direction: row.direction as Connector['direction'],
      partnerKind: row.partnerKind as PartnerKind,
      deletedAt: deleted.at,
      deletedByName: deleted.byName,
      version: row.currentVersionNumber,
    },
  ];
}

const deletionOf = ({ deletedAt, deletedById, deletedByName }: Row): Deletion | undefined =>
  deletedAt ? { at: deletedAt, byId: deletedById ?? '', byName: deletedByName ?? '' } : undefined;
