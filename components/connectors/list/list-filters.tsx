'use client';
import { useTranslations } from 'next-intl';
import { type ConnectorListView, HEALTHS } from '@/lib/operations/connector-list-query';
import { FilterMenu } from './filter-menu';

type ListFiltersProps = Readonly<{
  view: ConnectorListView;
  onChange: (change: Partial<ConnectorListView>) => void;
}>;

/** Which connectors the list shows. */
export function ListFilters({ view, onChange }: ListFiltersProps) {
  const t = useTranslations('connectors');
  const { status, health } = view;
  const named = (label: string, values: readonly string[]) => {
    const [value, ...others] = values;
    if (value === undefined) return label;
    return others.length === 0
      ? t('filters.chosen', { label, value })
      : t('filters.chosenCount', { label, count: values.length });
  };
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
