'use client';
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  // It lies inline, inside its landmark.
  popover: { zIndex: 1000 },
  // The colour of the bar it stands on.
  button: { color: 'inherit', ':hover': { color: 'inherit' }, ':hover:active': { color: 'inherit' } },
});

type ChoiceMenuProps<T extends string> = Readonly<{
  label: string;
  icon: ReactElement;
  value: T;
  options: readonly Readonly<{ value: T; text: string; lang?: string }>[];
  onChoose: (value: T) => void;
}>;

/** An icon in the top bar that opens a choice of one among a few. */
export function ChoiceMenu<T extends string>({ label, icon, value, options, onChoose }: ChoiceMenuProps<T>) {
  const styles = useStyles();
  return (
    <Menu
      inline
      positioning="below-end"
      checkedValues={{ choice: [value] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = options.find((option) => option.value === checkedItems[0]);
        if (chosen) onChoose(chosen.value);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          aria-label={label}
          title={label}
          icon={icon}
          className={styles.button}
        />
      </MenuTrigger>
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
