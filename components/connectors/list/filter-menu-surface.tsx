'use client';
import {
  Menu,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';

// It lies inline, inside its landmark, above the rows.
const useStyles = makeStyles({ popover: { zIndex: 1000 } });

export type FilterMenuSurfaceProps = Readonly<{
  trigger: ReactElement;
  options: readonly Readonly<{ value: string; text: string }>[];
  chosen: readonly string[];
  several: boolean;
  onChoose: (chosen: readonly string[]) => void;
}>;

/** Loaded by filter-menu.tsx when somebody opens it. */
export default function FilterMenuSurface({
  trigger,
  options,
  chosen,
  several,
  onChoose,
}: FilterMenuSurfaceProps) {
  const styles = useStyles();
  const Item = several ? MenuItemCheckbox : MenuItemRadio;
  return (
    <Menu
      inline
      defaultOpen
      positioning="below-end"
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
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
