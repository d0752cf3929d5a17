// How many rows of each result, in one line; those of none are not said.
import { useFormatter, useTranslations } from 'next-intl';
import { PLAN_RESULTS, type PlanCounts } from '@/lib/exchange/plan-row';

export function useCountWords(): (counts: PlanCounts) => string {
  const t = useTranslations('exchange.kept.count');
  const format = useFormatter();
  return (counts) => {
    const said = PLAN_RESULTS.filter((result) => counts[result] > 0);
    return format.list(
      said.map((result) => t(result, { count: counts[result] })),
      { type: 'unit' },
    );
  };
}
