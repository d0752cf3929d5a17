'use client';
import { useTranslations } from 'next-intl';
import { FilterMenu } from '@/components/ui/filter-menu';
import { type ConnectorListView, HEALTHS } from '@/lib/operations/connector-list-query';
import { useFilterLabel } from './use-filter-label';

type ListFiltersProps = Readonly<{
  view: ConnectorListView;
  onChange: (change: Partial<ConnectorListView>) => void;
}>;

/** Which connectors the list shows. */
export function ListFilters({ view, onChange }: ListFiltersProps) {
  const t = useTranslations('connectors');
  const { status, health } = view;
  const named = useFilterLabel();
  return (
    <>
      <FilterMenu
        label={named(t('filters.status'), status === 'any' ? [] : [t(`status.${status}`)])}
        options={[
          { value: 'any', text: t('filters.anyStatus') },
          { value: 'on', text: t('status.on') },
          { value: 'off', text: t('status.off') },
        ]}
        chosen={[status]}
        onChoose={([chosen = 'any']) => onChange({ status: chosen })}
      />
      <FilterMenu
        several
        label={named(
          t('filters.validation'),
          health.map((one) => t(`health.${one}`)),
        )}
        options={HEALTHS.map((value) => ({ value, text: t(`health.${value}`) }))}
        chosen={health}
        onChoose={(chosen) => onChange({ health: chosen })}
      />
    </>
  );
}
