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

// It lies inline, inside its landmark, above what follows.
const useStyles = makeStyles({ popover: { zIndex: 1000 } });

export type ChoiceMenuSurfaceProps = Readonly<{
  trigger: ReactElement;
  options: readonly Readonly<{ value: string; text: string; lang?: string }>[];
  chosen: readonly string[];
  /** True where several can be chosen, or none. */
  several?: boolean;
  onChoose: (chosen: readonly string[]) => void;
}>;

/** A choice among a few. Loaded by the menu it belongs to when somebody opens it. */
export default function ChoiceMenuSurface({
  trigger,
  options,
  chosen,
  several = false,
  onChoose,
}: ChoiceMenuSurfaceProps) {
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
          {options.map(({ value, text, lang }) => (
            <Item key={value} name="chosen" value={value} lang={lang}>
              {text}
            </Item>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
