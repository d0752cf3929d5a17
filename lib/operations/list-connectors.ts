// The connector list as somebody may see it: one page, never behind the last.
import { type ConnectorQuery, type ConnectorSummary, listConnectors } from '../data/connector-list';
import { type ConnectorListView, isFiltered } from './connector-list-query';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

export type ConnectorRow = ConnectorSummary;

/**
 * `view` is what is shown: its page may be nearer than the one asked for, where rows have gone since.
 * `total` counts what search and filters let through; `none` is true where there is no connector at all.
 */
export type ConnectorPage = Readonly<{
  view: ConnectorListView;
  rows: readonly ConnectorRow[];
  total: number;
  none: boolean;
}>;

/** One page of connectors. */
export async function connectorPage(
  context: OperationContext,
  asked: ConnectorListView,
): Promise<Outcome<ConnectorPage>> {
  const may = allowed(context, 'connector:read');
  if (!may.ok) return may;
  let view = asked;
  let found = await listConnectors(context.store, toQuery(view));
  if (found.rows.length === 0 && view.page > 1) {
    view = { ...view, page: Math.max(1, Math.ceil(found.total / view.pageSize)) };
    found = await listConnectors(context.store, toQuery(view));
  }
  return done({ view, ...found, none: found.total === 0 && !isFiltered(view) });
}

const toQuery = ({ status, health, ...rest }: ConnectorListView): ConnectorQuery => ({
  ...rest,
  ...(status !== 'any' && { enabled: status === 'on' }),
  ...(health.length > 0 && { health }),
});
