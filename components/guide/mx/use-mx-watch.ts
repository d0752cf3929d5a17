'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepLines, keptLines } from './kept-lines';
import type { KeptWatch } from './kept-watch';
import { fetchMx, mxKey } from './mx-query';

/** How often the resolvers are asked while the page is in sight. */
export const WATCH_EVERY_SECONDS = 10;

/** The resolvers' answers, asked for again and again; a page in the background asks for nothing. */
export function useMxWatch(domain: string) {
  const queries = useQueryClient();
  const queryKey = mxKey(domain);
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchMx(domain, queries.getQueryData<KeptWatch>(queryKey), signal),
    refetchInterval: WATCH_EVERY_SECONDS * 1_000,
    staleTime: 0,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const before = found.data?.before;
  useEffect(() => {
    if (before && before.length > 0) keepLines(domain, before);
  }, [domain, before]);
  return { ...found, before: () => (before && before.length > 0 ? before : keptLines(domain)) };
}
