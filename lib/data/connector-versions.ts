// The published settings of connectors: one row a version. Refuses to change or remove one; so does the database.
import { type Connector, readConnector } from '../mailflow/connector';
import type { Prisma, ConnectorVersion as Row } from './generated/sqlite/client';
import { toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

/** Who made a version, why, and on the strength of which validation. */
export type NewVersion = Readonly<{
  connector: Connector;
  fingerprint: string;
  createdAt: Date;
  createdById: string;
  createdByName: string;
  note?: string;
  /** Typed where no passed validation stood behind these settings. */
  reason?: string;
  /** The version whose settings were taken up again. */
  restoredFrom?: number;
  validationRunId?: string;
  failureAcknowledged: boolean;
}>;

export type StoredVersion = NewVersion & Readonly<{ number: number }>;

/** The version `number` of a connector, deleted or not, or undefined. */
export async function findVersion(
  store: Store | Tx,
  connectorId: string,
  number: number,
): Promise<StoredVersion | undefined> {
  const where = { connectorId_number: { connectorId, number } };
  const row = await clientOf(store).connectorVersion.findUnique({ where });
  return row ? toVersion(row) : undefined;
}

/**
 * The number of the newest version at `atMost` whose validation tests what `fingerprint` names, or of the oldest after it:
 * settings are validated before they are published. Undefined where no version has it.
 */
export async function versionWith(
  store: Store,
  connectorId: string,
  { fingerprint, atMost }: Readonly<{ fingerprint: string; atMost: Date }>,
): Promise<number | undefined> {
  const find = (createdAt: { lte: Date } | { gt: Date }, number: 'asc' | 'desc') =>
    store.client.connectorVersion.findFirst({
      where: { connectorId, fingerprint, createdAt },
      orderBy: { number },
      select: { number: true },
    });
  const found = (await find({ lte: atMost }, 'desc')) ?? (await find({ gt: atMost }, 'asc'));
  return found?.number;
}

/** The newest first; `before` is the smallest number already seen. */
export async function listVersions(
  store: Store,
  connectorId: string,
  { before, limit }: Readonly<{ before?: number | undefined; limit: number }>,
): Promise<StoredVersion[]> {
  const rows = await store.client.connectorVersion.findMany({
    where: { connectorId, ...(before !== undefined && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit,
  });
  return rows.map(toVersion);
}

/** Adds version `number`. Throws where there is one already. */
export async function insertVersion(
  tx: Tx,
  connectorId: string,
  number: number,
  version: NewVersion,
): Promise<void> {
  await tx.connectorVersion.create({ data: columns(connectorId, number, version) });
}

/** Adds version 1 of many connectors. */
export async function insertFirstVersions(
  tx: Tx,
  versions: readonly Readonly<{ connectorId: string; version: NewVersion }>[],
): Promise<void> {
  const data = versions.map(({ connectorId, version }) => columns(connectorId, 1, version));
  await tx.connectorVersion.createMany({ data });
}

const columns = (
  connectorId: string,
  number: number,
  { connector, ...version }: NewVersion,
): Prisma.ConnectorVersionUncheckedCreateInput => ({
  ...version,
  connectorId,
  number,
  settings: toJson(connector),
});

const toVersion = (row: Row): StoredVersion => ({
  number: row.number,
  connector: readConnector(row.settings),
  fingerprint: row.fingerprint,
  createdAt: row.createdAt,
  createdById: row.createdById,
  createdByName: row.createdByName,
  failureAcknowledged: row.failureAcknowledged,
  ...(row.note !== null && { note: row.note }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.restoredFrom !== null && { restoredFrom: row.restoredFrom }),
  ...(row.validationRunId !== null && { validationRunId: row.validationRunId }),
});
