// Connectors: one row as the list shows it, and one immutable version for each published set of settings.

import type { Connector } from '../mailflow/connector';
import { formatDomainPattern } from '../mailflow/domain-pattern';
import { type ConnectorHealth, health, type ValidationOutcome } from '../mailflow/health';
import { formatSmartHost } from '../mailflow/smart-host';
import { foldForSearch, foldName } from './folding';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

/** A connector in force. `connector` is its current version's settings. */
export type StoredConnector = Readonly<{
  id: string;
  connector: Connector;
  version: Readonly<{
    number: number;
    createdAt: Date;
    createdByName: string;
    note?: string;
    failureAcknowledged: boolean;
  }>;
  fingerprint: string;
  health: ConnectorHealth;
  lastRunId?: string;
  lastValidatedAt?: Date;
}>;

/** Who made a version, and on the strength of which validation. */
export type NewVersion = Readonly<{
  connector: Connector;
  fingerprint: string;
  createdAt: Date;
  createdById: string;
  createdByName: string;
  note?: string;
  validationRunId?: string;
  failureAcknowledged: boolean;
}>;

/** The connector with `id` as it is in force, or undefined. */
export async function findConnector(store: Store | Tx, id: string): Promise<StoredConnector | undefined> {
  const client = clientOf(store);
  const row = await client.connector.findUnique({ where: { id } });
  if (!row) return undefined;
  // A published version never changes, so the two reads agree even where a new one is published in between.
  const version = await client.connectorVersion.findUnique({
    where: { connectorId_number: { connectorId: id, number: row.currentVersionNumber } },
  });
  if (!version) return undefined;
  return {
    id,
    connector: fromJson<Connector>(version.settings),
    version: {
      number: version.number,
      createdAt: version.createdAt,
      createdByName: version.createdByName,
      ...(version.note !== null && { note: version.note }),
      failureAcknowledged: version.failureAcknowledged,
    },
    fingerprint: row.fingerprint,
    health: row.health as ConnectorHealth,
    ...(row.lastRunId !== null && { lastRunId: row.lastRunId }),
    ...(row.lastValidatedAt && { lastValidatedAt: row.lastValidatedAt }),
  };
}

/** True where a connector has that name, or one that differs only in case or in the form of its letters. */
export async function nameTaken(store: Store | Tx, name: string): Promise<boolean> {
  return (await clientOf(store).connector.count({ where: { nameKey: foldName(name) } })) > 0;
}

/**
 * Adds a connector and its version 1; answers its id. Health begins as `never`: record its validation next.
 * Throws where the name is taken: `uniqueViolation(error)` is then `['nameKey']`.
 */
export async function insertConnector(tx: Tx, version: NewVersion): Promise<string> {
  const { connector, fingerprint, createdAt } = version;
  const { id } = await tx.connector.create({
    data: {
      ...listedColumns(connector),
      currentVersionNumber: 1,
      fingerprint,
      createdAt,
      updatedAt: createdAt,
    },
  });
  await tx.connectorVersion.create({
    data: {
      connectorId: id,
      number: 1,
      settings: toJson(connector),
      fingerprint,
      createdAt,
      createdById: version.createdById,
      createdByName: version.createdByName,
      note: version.note ?? null,
      validationRunId: version.validationRunId ?? null,
      failureAcknowledged: version.failureAcknowledged,
    },
  });
  return id;
}

/** Removes the connectors with their versions; answers the names of those that were there. Their runs stay. */
export async function removeConnectors(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const where = { id: { in: [...ids] } };
  const found = await tx.connector.findMany({ where, select: { id: true, name: true } });
  await tx.connector.deleteMany({ where });
  return found;
}

/** A finished validation, as far as it bears on a connector. */
export type ValidationResult = Readonly<{
  id: string;
  outcome: ValidationOutcome;
  fingerprint: string;
  finishedAt: Date;
}>;

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

/** The columns that the list shows, sorts by and searches. */
const listedColumns = (connector: Connector) => ({
  name: connector.name,
  nameKey: foldName(connector.name),
  description: connector.description,
  direction: connector.direction,
  partnerKind: connector.partnerKind,
  enabled: connector.enabled,
  searchText: searchText(connector),
});

function searchText({ name, description, scope, delivery, tls }: Connector): string {
  const hosts = delivery.by === 'smartHosts' ? delivery.hosts.map(formatSmartHost) : [];
  const domains = scope.kind === 'recipientDomains' ? scope.domains.map(formatDomainPattern) : [];
  const tlsDomain = tls.level === 'domainValidation' ? [tls.domain] : [];
  return foldForSearch([name, description, ...hosts, ...domains, ...tlsDomain].join('\n'));
}
