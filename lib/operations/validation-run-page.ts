// One validation with what stands around it: whose settings it tested, whether they are still in force, the runs beside it.
import { z } from 'zod';
import { may } from '../auth/permissions';
import { versionWith } from '../data/connector-versions';
import { findConnector } from '../data/connectors';
import { findDeletedConnector } from '../data/deleted-connectors';
import type { Store } from '../data/store';
import { neighbours } from '../data/validation-run-list';
import { findRun, type ValidationRun } from '../data/validation-runs';
import { allowed, type OperationContext } from './context';
import { type RunRow, toRow } from './list-validation-runs';
import { done, type Outcome, problem } from './outcome';
import { type ValidationRunView, viewRun } from './validation-run-view';

const runId = z.string().min(1).max(100);
export const validationRunInput = z.strictObject({ id: runId });

/** The connector that a run is of. */
export type RunConnector = Readonly<{
  id: string;
  name: string;
  deleted: boolean;
  /** True where a validation of the settings in force would test the same. */
  current: boolean;
  /** The version whose settings were tested; absent where none has them, as for a draft. */
  version?: number;
}>;

export type ValidationRunPage = Readonly<{
  run: ValidationRunView;
  connector?: RunConnector;
  /** The connector's runs beside this one. */
  previous?: RunRow;
  next?: RunRow;
  /** True where the reader may end the run. */
  mayCancel: boolean;
}>;

/** Problem: notFound. */
export async function validationRunPage(
  context: OperationContext,
  { id }: z.output<typeof validationRunInput>,
): Promise<Outcome<ValidationRunPage>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  const { store } = context;
  const { actor } = asked;
  const run = await findRun(store, id);
  if (!run) return problem({ kind: 'notFound' });
  const connector = await runConnector(store, run);
  const { connectorId } = run;
  const { previous, next } = connectorId ? await neighbours(store, { ...run, connectorId }) : {};
  return done({
    run: await viewRun(store, run, context.now()),
    mayCancel: run.requestedById === actor.userId || may(actor.role, 'validation:runUnsaved'),
    ...(connector && { connector }),
    ...(previous && { previous: toRow(previous) }),
    ...(next && { next: toRow(next) }),
  });
}

/** The connector of a run as it is today; undefined for settings that were never saved. */
export async function runConnector(store: Store, run: ValidationRun): Promise<RunConnector | undefined> {
  const { connectorId, fingerprint } = run;
  if (connectorId === undefined) return undefined;
  const live = await findConnector(store, connectorId);
  const found = live ?? (await findDeletedConnector(store, connectorId));
  if (!found) return undefined;
  const version = await versionWith(store, connectorId, { fingerprint, atMost: run.requestedAt });
  return {
    id: connectorId,
    name: found.connector.name,
    deleted: live === undefined,
    current: found.fingerprint === fingerprint,
    ...(version !== undefined && { version }),
  };
}
