'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeptWatch } from './kept-watch';
import { fetchMx, mxKey } from './mx-query';

/** How often the resolvers are asked while the page is in sight. */
export const WATCH_EVERY_SECONDS = 10;

/** The resolvers' answers, asked for again and again; a page in the background asks for nothing. */
export function useMxWatch(domain: string) {
  const queries = useQueryClient();
  const queryKey = mxKey(domain);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchMx(domain, queries.getQueryData<KeptWatch>(queryKey), signal),
    refetchInterval: WATCH_EVERY_SECONDS * 1_000,
    staleTime: 0,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
