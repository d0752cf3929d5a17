// All that the printable report of one connector shows: settings, last validation, recent changes.
import type { z } from 'zod';
import { findRun } from '../data/validation-runs';
import { connectorIdInput } from './bulk';
import { type HistoryEntry, historyEntries } from './connector-history';
import type { ConnectorReport } from './connector-report';
import { allowed, type OperationContext } from './context';
import { connectorReport } from './find-connector';
import { done, type Outcome } from './outcome';
import { type ValidationRunView, viewRun } from './validation-run-view';

export const connectorDossierInput = connectorIdInput;

export type ConnectorDossier = Readonly<{
  report: ConnectorReport;
  /** The last finished validation. */
  run?: ValidationRunView;
  /** The newest first. */
  recent: readonly HistoryEntry[];
}>;

const RECENT = 10;

/** Problem: notFound. */
export async function connectorDossier(
  context: OperationContext,
  { connectorId }: z.output<typeof connectorDossierInput>,
): Promise<Outcome<ConnectorDossier>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  const report = await connectorReport(context, { id: connectorId });
  if (!report.ok) return report;
  const runId = report.value.lastValidation?.runId;
  const run = runId === undefined ? undefined : await findRun(context.store, runId);
  const { versions } = await historyEntries(context.store, connectorId, { limit: RECENT });
  return done({
    report: report.value,
    ...(run && { run: await viewRun(context.store, run, context.now()) }),
    recent: versions,
  });
}
