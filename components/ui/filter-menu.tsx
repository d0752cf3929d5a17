'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { OnDemand } from './on-demand';

const load = () => import('./choice-menu-surface');
const ChoiceMenuSurface = lazy(load);

const useStyles = makeStyles({
  button: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal' },
});

type FilterMenuProps<T extends string> = Readonly<{
  /** The column, with what is chosen: "Status: On". */
  label: string;
  options: readonly Readonly<{ value: T; text: string }>[];
  chosen: readonly T[];
  /** True where several can be chosen, or none. */
  several?: boolean;
  onChoose: (chosen: readonly T[]) => void;
}>;

/** A filter on one column. */
export function FilterMenu<T extends string>({
  label,
  options,
  chosen,
  several = false,
  onChoose,
}: FilterMenuProps<T>) {
  const styles = useStyles();
  const t = useTranslations('connectors.filters');
  const trigger = (
    <Button
      appearance="subtle"
      icon={<FilterRegular />}
      // A column's heading has the same word.
      aria-label={t('by', { label })}
      className={styles.button}
    >
      {label}
    </Button>
  );
  return (
    <OnDemand trigger={trigger} load={load}>
      <ChoiceMenuSurface
        trigger={trigger}
        options={options}
        chosen={chosen}
        several={several}
        onChoose={(values) =>
          onChoose(options.map(({ value }) => value).filter((value) => values.includes(value)))
        }
      />
    </OnDemand>
  );
}
