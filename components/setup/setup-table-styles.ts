// The lists of accepted domains and rules: columns on a screen, a card for each row on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { column, NARROW } from '@/components/ui/table-grid';

export const useSetupTableStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  header: { [NARROW]: { display: 'none' } },
  cell: { minHeight: '41px', [NARROW]: { minHeight: '28px', padding: '0 4px' } },
  select: { ...column('44px'), padding: '0', justifyContent: 'center', [NARROW]: { gridArea: 'select' } },
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
