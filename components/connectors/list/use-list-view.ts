// The view of the list lives in the URL; this changes it, and says while the rows of the new view are on their way.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback, useOptimistic, useTransition } from 'react';
import { type ConnectorListView, listViewQuery } from '@/lib/operations/connector-list-query';
import { CONNECTOR_QUERIES } from '../details/connector-query';

/** The address of a view, with the panel of `connectorId` open if given. */
export const listPath = (view: ConnectorListView, connectorId?: string): string =>
  `/connectors${listViewQuery(view, connectorId)}`;

export function useListView(current: ConnectorListView) {
  const router = useRouter();
  const queries = useQueryClient();
  const [pending, start] = useTransition();
  // Controls follow the hand at once, the rows when they are there.
  const [view, setView] = useOptimistic(current);

  /** Any change but that of the page leads to the first page. `typed` keeps each letter out of the history. */
  const show = (change: Partial<ConnectorListView>, typed = false) =>
    start(() => {
      const next = { ...view, page: 1, ...change };
      setView(next);
      router[typed ? 'replace' : 'push'](listPath(next), { scroll: false });
    });
  const refresh = () =>
    start(() => {
      void queries.invalidateQueries({ queryKey: [CONNECTOR_QUERIES] });
      router.refresh();
    });
  /** Brings the rows up to date without a sign of waiting. */
  const look = useCallback(() => router.refresh(), [router]);
  return { view, show, refresh, look, pending };
}
