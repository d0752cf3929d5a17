// Every version of a connector with who, when and why, and what it changed. Plain JSON: times are ISO 8601 text, UTC.
import { z } from 'zod';
import { listVersions, type StoredVersion } from '../data/connector-versions';
import { findConnector } from '../data/connectors';
import { findDeletedConnector } from '../data/deleted-connectors';
import type { Store } from '../data/store';
import { findRuns } from '../data/validation-runs';
import { type Change, changes } from '../mailflow/connector-changes';
import { fromConnector } from '../mailflow/draft-to-connector';
import type { ValidationOutcome } from '../mailflow/health';
import { connectorId, versionNumber } from './bulk';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

/** `before` is the smallest version number already seen. */
export const connectorHistoryInput = z.strictObject({ connectorId, before: versionNumber.optional() });

export type HistoryEntry = Readonly<{
  number: number;
  createdAt: string;
  createdByName: string;
  note?: string;
  /** Typed where no passed validation stood behind the settings. */
  reason?: string;
  restoredFrom?: number;
  failureAcknowledged: boolean;
  /** The validation that the version was published on. */
  validation?: Readonly<{ runId: string; outcome: ValidationOutcome; finishedAt: string }>;
  /** Against the version before; none of version 1. */
  changes: readonly Change[];
}>;

export type ConnectorHistory = Readonly<{
  id: string;
  name: string;
  deleted?: Readonly<{ at: string; byName: string }>;
  /** The number of the version in force, or last in force. */
  inForce: number;
  /** The newest first. */
  versions: readonly HistoryEntry[];
  /** True where older versions are left. */
  more: boolean;
}>;

const PAGE_SIZE = 50;

/** One page of a connector's versions, also of a deleted one. Problem: notFound. */
export async function connectorHistory(
  context: OperationContext,
  { connectorId, before }: z.output<typeof connectorHistoryInput>,
): Promise<Outcome<ConnectorHistory>> {
  const asked = allowed(context, 'connector:read');
  if (!asked.ok) return asked;
  const { store } = context;
  const live = await findConnector(store, connectorId);
  const deleted = live ? undefined : await findDeletedConnector(store, connectorId);
  const found = live ?? deleted;
  if (!found) return problem({ kind: 'notFound' });
  const { versions, more } = await historyEntries(store, connectorId, { before, limit: PAGE_SIZE });
  return done({
    id: connectorId,
    name: found.connector.name,
    ...(deleted && {
      deleted: { at: deleted.deleted.at.toISOString(), byName: deleted.deleted.byName },
    }),
    inForce: found.version.number,
    versions,
    more,
  });
}

/** The newest `limit` entries below `before`, and whether there are older ones. */
export async function historyEntries(
  store: Store,
  connectorId: string,
  { before, limit }: Readonly<{ before?: number | undefined; limit: number }>,
): Promise<Pick<ConnectorHistory, 'versions' | 'more'>> {
  // One more than is shown: the last one is compared with it.
  const found = await listVersions(store, connectorId, { before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const runs = await findRuns(
    store,
    shown.flatMap(({ validationRunId }) => validationRunId ?? []),
  );
  const versions = shown.map((version, index): HistoryEntry => {
    const run = runs.get(version.validationRunId ?? '');
    return {
      ...entryOf(version),
      ...(run?.outcome &&
        run.finishedAt && {
          validation: { runId: run.id, outcome: run.outcome, finishedAt: run.finishedAt.toISOString() },
        }),
      changes: changesBetween(found[index + 1], version),
    };
  });
  return { versions, more: found.length > limit };
}

/** What `after` changed, in a draft's fields. */
export const changesBetween = (
  before: Pick<StoredVersion, 'connector'> | undefined,
  after: Pick<StoredVersion, 'connector'>,
): readonly Change[] =>
  before ? changes(fromConnector(before.connector), fromConnector(after.connector)) : [];

const entryOf = ({
  number,
  createdAt,
  createdByName,
  note,
  reason,
  restoredFrom,
  failureAcknowledged,
}: StoredVersion) => ({
  number,
  createdAt: createdAt.toISOString(),
  createdByName,
  failureAcknowledged,
  ...(note !== undefined && { note }),
  ...(reason !== undefined && { reason }),
  ...(restoredFrom !== undefined && { restoredFrom }),
});
