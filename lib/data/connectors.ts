// Connectors as they are in force: one row as the list shows it, and one immutable version for each published set of
// settings. Knows none that is deleted: deleted-connectors.ts does.
import type { Connector } from '../mailflow/connector';
import { foldName } from '../mailflow/fold-name';
import { type ConnectorHealth, health, type ValidationOutcome } from '../mailflow/health';
import { listedColumns } from './connector-columns';
import {
  findVersion,
  insertFirstVersions,
  insertVersion,
  type NewVersion,
  type StoredVersion,
} from './connector-versions';
import type { Connector as Row } from './generated/sqlite/client';
import { clientOf, type Store, type Tx } from './store';
import { findRun } from './validation-runs';

/** A connector in force. `connector` is its current version's settings. */
export type StoredConnector = Readonly<{
  id: string;
  connector: Connector;
  version: StoredVersion;
  fingerprint: string;
  health: ConnectorHealth;
  lastRunId?: string;
  lastValidatedAt?: Date;
}>;

/** The rows that are not deleted: a deleted one has given its name free. A column of every index that the list uses. */
export const LIVE = { nameKey: { not: null } } as const;

/** The connector with `id` as it is in force, or undefined; undefined too where it is deleted. */
export async function findConnector(store: Store | Tx, id: string): Promise<StoredConnector | undefined> {
  const row = await clientOf(store).connector.findUnique({ where: { id } });
  return row && !row.deletedAt ? withVersion(store, row) : undefined;
}

/** The domain value of a row, deleted or not. */
export async function withVersion(store: Store | Tx, row: Row): Promise<StoredConnector> {
  // A published version never changes, so the two reads agree even where a new one is published in between.
  const version = await findVersion(store, row.id, row.currentVersionNumber);
  if (!version) throw new Error(`Connector ${row.id} lacks its version ${row.currentVersionNumber}.`);
  return {
    id: row.id,
    connector: version.connector,
    version,
    fingerprint: row.fingerprint,
    health: row.health as ConnectorHealth,
    ...(row.lastRunId !== null && { lastRunId: row.lastRunId }),
    ...(row.lastValidatedAt && { lastValidatedAt: row.lastValidatedAt }),
  };
}

/** True where a connector other than `exceptId` has that name, or one that differs only in case or letter forms. */
export async function nameTaken(store: Store | Tx, name: string, exceptId?: string): Promise<boolean> {
  // No name has NUL in it, and PostgreSQL can't even be asked.
  if (name.includes('\0')) return false;
  const row = await clientOf(store).connector.findUnique({
    where: { nameKey: foldName(name) },
    select: { id: true },
  });
  return row !== null && row.id !== exceptId;
}

/** The names of connectors that are or were. Ids of none are left out. */
export async function connectorNames(
  store: Store | Tx,
  ids: readonly string[],
): Promise<Readonly<{ id: string; name: string; outbound: boolean }>[]> {
  const rows = await clientOf(store).connector.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, direction: true },
  });
  return rows.map(({ direction, ...row }) => ({ ...row, outbound: direction === 'outbound' }));
}

/**
 * Adds a connector and its version 1; answers its id. Record its validation next, if it has one.
 * Throws where the name is taken: `uniqueViolation(error)` is then `['nameKey']`.
 */
export async function insertConnector(tx: Tx, version: NewVersion): Promise<string> {
  const { id } = await tx.connector.create({ data: firstRow(version) });
  await insertVersion(tx, id, 1, version);
  return id;
}

/** How many rows are written at once: SQLite takes so many values in one statement. */
const BATCH = 500;

/** The same for many; answers their ids in the same order. */
export async function insertConnectors(tx: Tx, versions: readonly NewVersion[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < versions.length; at += BATCH) {
    const part = versions.slice(at, at + BATCH);
    const data = part.map(firstRow);
    const rows = await tx.connector.createManyAndReturn({ data, select: { id: true, nameKey: true } });
    const byName = new Map(rows.map(({ id, nameKey }) => [nameKey, id]));
    const made = part.map(({ connector }) => byName.get(foldName(connector.name)) ?? '');
    await insertFirstVersions(
      tx,
      part.map((version, index) => ({ connectorId: made[index] ?? '', version })),
    );
    ids.push(...made);
  }
  return ids;
}

const firstRow = ({ connector, fingerprint, createdAt }: NewVersion) => ({
  ...listedColumns(connector),
  currentVersionNumber: 1,
  fingerprint,
  health: health(undefined, fingerprint),
  createdAt,
  updatedAt: createdAt,
});

/** A finished validation, as far as it bears on a connector. */
export type ValidationResult = Readonly<{
  id: string;
  outcome: ValidationOutcome;
  fingerprint: string;
  finishedAt: Date;
}>;

/**
 * Puts version `number`, the one behind the version in force, in force. `evidence` is the validation that it rests on;
 * without one the last validation goes on to count, as far as it tested these settings.
 * Throws where the version is there already or the name is taken. Call it in `store.write` only.
 */
export async function insertNextVersion(
  tx: Tx,
  id: string,
  number: number,
  version: NewVersion,
  evidence: ValidationResult | undefined,
): Promise<void> {
  const { connector, fingerprint } = version;
  await insertVersion(tx, id, number, version);
  const { lastRunId } = await tx.connector.update({
    where: { id },
    data: {
      ...listedColumns(connector),
      currentVersionNumber: number,
      fingerprint,
      ...(evidence && { lastRunId: evidence.id, lastValidatedAt: evidence.finishedAt }),
      updatedAt: version.createdAt,
    },
  });
  // Read behind the update, which locks the row: a worker may have recorded a validation until then.
  const lastRun = evidence ?? (await finishedRun(tx, lastRunId));
  await tx.connector.update({
    where: { id },
    data: { health: health(lastRun, fingerprint), updatedAt: version.createdAt },
  });
}

async function finishedRun(tx: Tx, id: string | null): Promise<ValidationResult | undefined> {
  const run = id === null ? undefined : await findRun(tx, id);
  return run?.outcome && run.finishedAt
    ? { id: run.id, fingerprint: run.fingerprint, outcome: run.outcome, finishedAt: run.finishedAt }
    : undefined;
}

/**
 * Keeps `run` as the connector's last validation, and what it says of the settings in force.
 * A run that finished before the one already kept changes nothing; false then, and where the connector is gone.
 */
export async function recordValidation(tx: Tx, connectorId: string, run: ValidationResult): Promise<boolean> {
  const { count } = await tx.connector.updateMany({
    where: {
      id: connectorId,
      OR: [{ lastValidatedAt: null }, { lastValidatedAt: { lte: run.finishedAt } }],
    },
    data: { lastValidatedAt: run.finishedAt, lastRunId: run.id, health: 'stale' },
  });
  if (count === 0) return false;
  const { fingerprint } = await tx.connector.findUniqueOrThrow({ where: { id: connectorId } });
  await tx.connector.update({ where: { id: connectorId }, data: { health: health(run, fingerprint) } });
  return true;
}
