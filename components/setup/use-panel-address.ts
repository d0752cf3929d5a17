// Which panel of a page is open, and what its list is searched for: the address says it, so that Back closes the panel and
// a link opens it. Without a round trip to the server.
import { useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { pushAddress, replaceAddress } from '@/components/ui/address';

/** `path` is the page's; `keys` are the names of the queries that open a panel. */
export function usePanelAddress<Key extends string>(path: string, keys: readonly Key[]) {
  const params = useSearchParams();
  const search = params.get('q') ?? '';
  const openedHere = useRef(false);
  const panel = keys.flatMap((key) => {
    const value = params.get(key);
    return value ? [{ key, value }] : [];
  })[0];
  if (!panel) openedHere.current = false;

  const addressOf = (query: string, key?: Key, value?: string): string => {
    const next = new URLSearchParams();
    if (query !== '') next.set('q', query);
    if (key !== undefined && value !== undefined) next.set(key, value);
    const text = next.toString();
    return text === '' ? path : `${path}?${text}`;
  };
  return {
    search,
    panel,
    hrefOf: (key: Key, value: string) => addressOf(search, key, value),
    open: (key: Key, value: string) => {
      openedHere.current = true;
      pushAddress(addressOf(search, key, value));
    },
    /** Leaves no closed panel behind in the history. */
    close: () => {
      if (openedHere.current) window.history.back();
      else replaceAddress(addressOf(search));
    },
    searchFor: (text: string) => replaceAddress(addressOf(text)),
  };
}
