// What a filter's button says: its column, with what is chosen.
import { useTranslations } from 'next-intl';

/** "Status", "Status: On", "Status: 2 chosen". */
export function useFilterLabel(): (label: string, values: readonly string[]) => string {
  const t = useTranslations('connectors.filters');
  return (label, values) => {
    const [value, ...others] = values;
    if (value === undefined) return label;
    return others.length === 0
      ? t('chosen', { label, value })
      : t('chosenCount', { label, count: values.length });
  };
}
