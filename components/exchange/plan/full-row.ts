// Both sides of a plan's rows, asked for when somebody opens the first one.
import { useQuery } from '@tanstack/react-query';
import type { PlanRow } from '@/lib/exchange/plan-row';

/** `source` answers the whole plan; undefined `row` after it was read: the plan has moved on. */
export function useFullRow(source: string, key: string) {
  const { data, isError, isPending, refetch } = useQuery({
    queryKey: ['plan-rows', source],
    queryFn: async ({ signal }) => {
      const answer = await fetch(source, { signal, cache: 'no-store' });
      if (!answer.ok) throw new Error(`The plan can’t be read: ${answer.status}`);
      const { rows } = (await answer.json()) as Readonly<{ rows: readonly PlanRow[] }>;
      return new Map(rows.map((row) => [row.key, row]));
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { row: data?.get(key), isError, isPending, refetch };
}
