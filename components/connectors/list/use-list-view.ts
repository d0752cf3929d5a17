// The view of the connector list lives in the URL.
import { useQueryClient } from '@tanstack/react-query';
import { useUrlView } from '@/components/ui/use-url-view';
import { type ConnectorListView, listViewQuery } from '@/lib/operations/connector-list-query';
import { CONNECTOR_QUERIES } from '../details/connector-query';

/** The address of a view, with the panel of `connectorId` open if given. */
export const listPath = (view: ConnectorListView, connectorId?: string): string =>
  `/connectors${listViewQuery(view, connectorId)}`;

export function useListView(current: ConnectorListView) {
  const queries = useQueryClient();
  const list = useUrlView(current, listPath);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: [CONNECTOR_QUERIES] });
    list.refresh();
  };
  return { ...list, refresh };
}
