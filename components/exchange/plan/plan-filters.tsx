'use client';
import { useTranslations } from 'next-intl';
import { useFilterLabel } from '@/components/connectors/list/use-filter-label';
import { FilterMenu } from '@/components/ui/filter-menu';
import { ListSearch } from '@/components/ui/list-search';
import { PLAN_RESULTS } from '@/lib/exchange/plan-row';
import { useResultWords } from './plan-frame';
import { PLAN_KINDS, type PlanView } from './plan-view';

type PlanFiltersProps = Readonly<{ view: PlanView; onChange: (change: Partial<PlanView>) => void }>;

/** Which rows are shown. */
export function PlanFilters({ view, onChange }: PlanFiltersProps) {
  const t = useTranslations('exchange.plan');
  const words = useResultWords();
  const named = useFilterLabel();
  return (
    <>
      <FilterMenu
        several
        label={named(t('columns.result'), view.results.map(words.result))}
        options={PLAN_RESULTS.map((value) => ({ value, text: words.result(value) }))}
        chosen={view.results}
        onChoose={(results) => onChange({ results })}
      />
      <FilterMenu
        several
        label={named(
          t('columns.kind'),
          view.kinds.map((kind) => t(`kind.${kind}`)),
        )}
        options={PLAN_KINDS.map((value) => ({ value, text: t(`kind.${value}`) }))}
        chosen={view.kinds}
        onChoose={(kinds) => onChange({ kinds })}
      />
      <ListSearch search={view.search} hint={t('searchHint')} onSearch={(search) => onChange({ search })} />
    </>
  );
}
