'use client';
import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';

const useStyles = makeStyles({
  button: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal' },
  // It lies inline, inside its landmark, above the rows.
  popover: { zIndex: 1000 },
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
  const Item = several ? MenuItemCheckbox : MenuItemRadio;
  return (
    <Menu
      inline
      positioning="below-end"
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onChoose(options.map(({ value }) => value).filter((value) => checkedItems.includes(value)))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<FilterRegular />}
          // A column's heading has the same word.
          aria-label={t('by', { label })}
          className={styles.button}
        >
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {options.map(({ value, text }) => (
            <Item key={value} name="chosen" value={value}>
              {text}
            </Item>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
