// The plan of a kept file against what is here now, or its report, for whoever may read the set-up.
import { findImport, isNewestImport, type StoredImport, tenantAsRead } from '../data/exchange-imports';
import { readSetup } from '../data/mail-setup';
import type { Store, Tx } from '../data/store';
import { planImport } from '../exchange/import-plan';
import type { PlanRow } from '../exchange/plan-row';
import type { MailSetup } from '../mailflow/mail-setup';
import { allowed, type OperationContext } from './context';
import { fromReport, setupRevision } from './import-report';
import type { ImportPlanView } from './import-view';
import { toSummary } from './list-imports';
import { done, type Outcome, problem } from './outcome';

/** Without `live` a file of which something was taken over shows its report, and every other its plan. Problem: notFound. */
export async function importPlan(
  context: OperationContext,
  { id, live }: Readonly<{ id: string; live?: boolean }>,
): Promise<Outcome<ImportPlanView>> {
  const may = allowed(context, 'mailSetup:read');
  if (!may.ok) return may;
  const stored = await findImport(context.store, id);
  if (!stored) return problem({ kind: 'notFound' });
  const { counts: _, ...summary } = toSummary(stored);
  const isLive = live ?? !stored.applied;
  const { rows, revision } = isLive
    ? await livePlan(context.store, stored)
    : { rows: fromReport(stored.report, stored.file), revision: '' };
  return done({
    ...summary,
    rows,
    live: isLive,
    revision,
    isNewest: await isNewestImport(context.store, stored),
  });
}

export type LivePlan = Readonly<{ setup: MailSetup; rows: readonly PlanRow[]; revision: string }>;

/** The file against what is here now. */
export async function livePlan(store: Store | Tx, stored: StoredImport): Promise<LivePlan> {
  const [setup, last] = [await readSetup(store), await tenantAsRead(store, stored)];
  return { setup, rows: planImport(setup, stored.file, last), revision: setupRevision(setup) };
}
