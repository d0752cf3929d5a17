'use client';
import {
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';

// It lies inline, inside its landmark.
const useStyles = makeStyles({ popover: { zIndex: 1000 } });

export type ChoiceMenuSurfaceProps = Readonly<{
  trigger: ReactElement;
  value: string;
  options: readonly Readonly<{ value: string; text: string; lang?: string }>[];
  onChoose: (value: string) => void;
}>;

/** Loaded by choice-menu.tsx when somebody opens it. */
export default function ChoiceMenuSurface({ trigger, value, options, onChoose }: ChoiceMenuSurfaceProps) {
  const styles = useStyles();
  return (
    <Menu
      inline
      defaultOpen
      positioning="below-end"
      checkedValues={{ choice: [value] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => chosen !== undefined && onChoose(chosen)}
    >
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {options.map((option) => (
            <MenuItemRadio key={option.value} name="choice" value={option.value} lang={option.lang}>
              {option.text}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
