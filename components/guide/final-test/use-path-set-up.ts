// The set-up that a message's path is held against, and its routes, fetched once there is a path.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MailSetup } from '@/lib/mailflow/mail-setup';
import { compileRoutes } from '@/lib/mailflow/route';

/** A set-up that changes in another tab is seen at the next paste after this. */
const FRESH_MS = 60_000;

export function usePathSetUp(wanted: boolean) {
  const { data, error, refetch } = useQuery({
    queryKey: ['guide', 'path-set-up'],
    queryFn: async ({ signal }): Promise<MailSetup> => {
      const answer = await fetch('/api/guide/path-set-up', { signal, cache: 'no-store' });
      if (!answer.ok) throw new Error(`The set-up can’t be had: ${answer.status}`);
      return (await answer.json()) as MailSetup;
    },
    staleTime: FRESH_MS,
    enabled: wanted,
  });
  const compiled = useMemo(() => data && { setup: data, routes: compileRoutes(data) }, [data]);
  return { compiled, failed: error !== null, again: () => void refetch() };
}
