'use client';
import { useTranslations } from 'next-intl';
import { useFilterLabel } from '@/components/connectors/list/use-filter-label';
import { FilterMenu } from '@/components/ui/filter-menu';
import { RUN_STANDINGS, type RunListView } from '@/lib/operations/validation-list-query';

export type Requester = Readonly<{ id: string; name: string }>;

type RunFiltersProps = Readonly<{
  view: RunListView;
  people: readonly Requester[];
  onChange: (change: Partial<RunListView>) => void;
}>;

/** Which runs the list shows: how they ended, whose settings, who asked. */
export function RunFilters({ view, people, onChange }: RunFiltersProps) {
  const t = useTranslations('runs');
  const named = useFilterLabel();
  const { standings, source, person } = view;
  return (
    <>
      <FilterMenu
        several
        label={named(
          t('filters.result'),
          standings.map((one) => t(`standing.${one}`)),
        )}
        options={RUN_STANDINGS.map((value) => ({ value, text: t(`standing.${value}`) }))}
        chosen={standings}
        onChoose={(chosen) => onChange({ standings: chosen })}
      />
      <FilterMenu
        label={named(t('filters.settings'), source === 'any' ? [] : [t('filters.unsaved')])}
        options={[
          { value: 'any', text: t('filters.anySettings') },
          { value: 'unsaved', text: t('filters.unsaved') },
        ]}
        chosen={[source]}
        onChoose={([chosen = 'any']) => onChange({ source: chosen })}
      />
      <FilterMenu
        label={named(
          t('filters.person'),
          people.flatMap(({ id, name }) => (id === person ? [name] : [])),
        )}
        options={[
          { value: '', text: t('filters.anyone') },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        chosen={[person]}
        onChoose={([chosen = '']) => onChange({ person: chosen })}
      />
    </>
  );
}
