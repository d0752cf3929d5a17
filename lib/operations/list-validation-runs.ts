// All validations as somebody may see them: one page, never behind the last, newest first.
import {
  listAllRuns,
  type RunQuery,
  type RunStanding,
  type RunSummary,
  requesters,
} from '../data/validation-run-list';
import { formatSmartHost } from '../mailflow/smart-host';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';
import { isFiltered, RUN_PAGE_SIZE, type RunListView } from './validation-list-query';

/** A run in the list. Times in ISO 8601 UTC; `hosts` as in observations, none where MX decides. */
export type RunRow = Readonly<{
  id: string;
  connector?: RunSummary['connector'];
  hosts: readonly string[];
  recipients: readonly string[];
  requestedByName: string;
  requestedAt: string;
  standing: RunStanding;
  /** How long it ran; absent where it never began, or still runs. */
  tookMs?: number;
}>;

/**
 * `view` is what is shown: its page may be nearer than the one asked for. `none` is true where there is no run at all;
 * `cut` where the search fits more connectors than are looked through.
 */
export type RunPage = Readonly<{
  view: RunListView;
  rows: readonly RunRow[];
  total: number;
  none: boolean;
  cut: boolean;
  /** The connector that the view is about, if one. */
  connectorName?: string;
}>;

/** One page of runs. */
export async function validationRunList(
  context: OperationContext,
  asked: RunListView,
): Promise<Outcome<RunPage>> {
  const may = allowed(context, 'validation:read');
  if (!may.ok) return may;
  let view = asked;
  let found = await listAllRuns(context.store, toQuery(view));
  if (found.rows.length === 0 && view.page > 1) {
    view = { ...view, page: Math.max(1, Math.ceil(found.total / RUN_PAGE_SIZE)) };
    found = await listAllRuns(context.store, toQuery(view));
  }
  const name = view.connector === '' ? undefined : found.rows[0]?.connector?.name;
  return done({
    view,
    rows: found.rows.map(toRow),
    total: found.total,
    cut: found.cut,
    none: found.total === 0 && !isFiltered(view),
    ...(name !== undefined && { connectorName: name }),
  });
}

/** Everybody who asked for a validation, by name. */
export async function validatingPeople(
  context: OperationContext,
): Promise<Outcome<readonly Readonly<{ id: string; name: string }>[]>> {
  const may = allowed(context, 'validation:read');
  if (!may.ok) return may;
  return done(await requesters(context.store));
}

const toQuery = ({ search, standings, source, connector, person, page }: RunListView): RunQuery => ({
  page,
  pageSize: RUN_PAGE_SIZE,
  ...(search !== '' && { search }),
  ...(standings.length > 0 && { standings }),
  ...(source === 'unsaved' && { unsaved: true }),
  ...(connector !== '' && { connector }),
  ...(person !== '' && { person }),
});

/** The row of a run as lists show it. */
export function toRow(run: RunSummary): RunRow {
  const { startedAt, finishedAt } = run;
  return {
    id: run.id,
    hosts: run.plan.hosts.map(formatSmartHost),
    recipients: run.plan.recipients,
    requestedByName: run.requestedByName,
    requestedAt: run.requestedAt.toISOString(),
    standing: run.standing,
    ...(run.connector && { connector: run.connector }),
    ...(startedAt && finishedAt && { tookMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()) }),
  };
}
