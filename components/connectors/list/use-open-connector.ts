// Which connector's panel is open: the URL says it, so that the back button closes it and a link opens it.
import { useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { pushAddress, replaceAddress } from '@/components/ui/address';
import type { ConnectorListView } from '@/lib/operations/connector-list-query';
import { listPath } from './use-list-view';

export function useOpenConnector(view: ConnectorListView) {
  const openId = useSearchParams().get('connector') ?? undefined;
  const openedHere = useRef(false);
  if (openId === undefined) openedHere.current = false;

  /** Without a round trip: the list stays as it is, and the panel fetches what it shows. */
  const open = (id: string) => {
    openedHere.current = true;
    pushAddress(listPath(view, id));
  };
  /** Leaves no closed panel behind in the history. */
  const close = () => {
    if (openedHere.current) window.history.back();
    else replaceAddress(listPath(view));
  };
  return { openId, open, close };
}
