// Any two versions of a connector beside each other, also of a deleted one. Plain JSON: times are ISO 8601 text, UTC.
import { z } from 'zod';
import { findVersion, type StoredVersion } from '../data/connector-versions';
import type { Connector } from '../mailflow/connector';
import type { Change } from '../mailflow/connector-changes';
import { connectorId, versionNumber } from './bulk';
import { changesBetween } from './connector-history';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

export const compareVersionsInput = z.strictObject({
  connectorId,
  from: versionNumber,
  to: versionNumber,
});

export type ComparedVersion = Readonly<{
  number: number;
  connector: Connector;
  createdAt: string;
  createdByName: string;
}>;

/** `changes` lead from `from` to `to`, whichever is older. */
export type VersionComparison = Readonly<{
  from: ComparedVersion;
  to: ComparedVersion;
  changes: readonly Change[];
}>;

/** Problem: notFound, where either version is not there. */
export async function compareVersions(
  context: OperationContext,
  { connectorId, from, to }: z.output<typeof compareVersionsInput>,
): Promise<Outcome<VersionComparison>> {
  const asked = allowed(context, 'connector:read');
  if (!asked.ok) return asked;
  const before = await findVersion(context.store, connectorId, from);
  const after = await findVersion(context.store, connectorId, to);
  if (!before || !after) return problem({ kind: 'notFound' });
  return done({ from: viewOf(before), to: viewOf(after), changes: changesBetween(before, after) });
}

const viewOf = ({ number, connector, createdAt, createdByName }: StoredVersion): ComparedVersion => ({
  number,
  connector,
  createdAt: createdAt.toISOString(),
  createdByName,
});
