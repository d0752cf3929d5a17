// What lists that are columns on a screen and cards on a phone have in common.
import { tokens } from '@fluentui/react-components';

/** Where a row becomes a card. */
export const NARROW = '@media (max-width: 640px)';
/** A cell of this width, whatever stands in it. */
export const column = (width: string) => ({
  flexGrow: 0,
  flexShrink: 0,
  flexBasis: width,
  minWidth: '0',
});
/** What a card shows beside its name. */
export const detail = { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 };
/** The heading's checkbox stands at the left of its cell, those of the rows in the middle. */
export const selectAllCell = { ...column('44px'), boxSizing: 'border-box', padding: '0 0 0 6px' } as const;
