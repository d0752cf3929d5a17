// One connector, for whoever may read connectors.
import { findDraft } from '../data/connector-drafts';
import { findConnector } from '../data/connectors';
import { findRun } from '../data/validation-runs';
import { type ConnectorReport, toReport } from './connector-report';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { connectorFindings } from './setup-findings';

/** What is known of the connector with `id`. Problem: notFound. */
export async function connectorReport(
  context: OperationContext,
  { id }: Readonly<{ id: string }>,
): Promise<Outcome<ConnectorReport>> {
  const may = allowed(context, 'connector:read');
  if (!may.ok) return may;
  const stored = await findConnector(context.store, id);
  if (!stored) return problem({ kind: 'notFound' });
  const lastRun = stored.lastRunId ? await findRun(context.store, stored.lastRunId) : undefined;
  const draft = await findDraft(context.store, id);
  const found = await connectorFindings(context, { id });
  const report = toReport(stored, { lastRun, draft, readerId: may.actor.userId });
  return done({ ...report, ...(found.ok && { setupFindings: found.value }) });
}
