// The lists of accepted domains and rules: columns on a screen, a card for each row on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';

export const NARROW = '@media (max-width: 640px)';
export const column = (width: string) => ({ flexGrow: 0, flexShrink: 0, flexBasis: width });

export const useSetupTableStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  header: { [NARROW]: { display: 'none' } },
  cell: { minHeight: '41px', [NARROW]: { minHeight: '28px', padding: '0 4px' } },
  select: { ...column('44px'), padding: '0', justifyContent: 'center', [NARROW]: { gridArea: 'select' } },
  // The heading's content stands at the left, that of the cells in the middle.
  selectAll: { ...column('44px'), boxSizing: 'border-box', padding: '0 0 0 6px' },
  name: { flexGrow: 1, minWidth: '0', columnGap: '8px', [NARROW]: { gridArea: 'name' } },
  nameLink: {
    display: 'block',
    minWidth: '0',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [NARROW]: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  },
  mark: { flexShrink: 0, whiteSpace: 'nowrap' },
});
