// The list's grid: columns on a screen, a card for each row on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { column, NARROW } from '@/components/ui/table-grid';

export const useTableStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  waiting: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  header: { [NARROW]: { display: 'none' } },
  row: {
    cursor: 'pointer',
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '40px auto 1fr auto',
      gridTemplateAreas: '"select name name status" ". from to to" ". validation validation validation"',
      alignItems: 'center',
      padding: '8px 0',
    },
  },
  cell: { minHeight: '41px', [NARROW]: { minHeight: '28px', padding: '0 4px' } },
  select: { ...column('44px'), padding: '0', justifyContent: 'center', [NARROW]: { gridArea: 'select' } },
  status: { ...column('112px'), [NARROW]: { gridArea: 'status' } },
  name: {
    flexGrow: 1,
    minWidth: '0',
    columnGap: '8px',
    [NARROW]: { gridArea: 'name' },
  },
  nameLink: {
    display: 'block',
    minWidth: '0',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [NARROW]: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  },
  from: { ...column('104px'), [NARROW]: { gridArea: 'from', flexBasis: 'auto' } },
  to: {
    ...column('136px'),
    [NARROW]: {
      gridArea: 'to',
      flexBasis: 'auto',
      '::before': { content: '"→"', paddingRight: '8px', color: tokens.colorNeutralForeground3 },
    },
  },
  validation: {
    ...column('280px'),
    '@media (max-width: 1100px)': { flexBasis: '220px' },
    [NARROW]: { gridArea: 'validation' },
  },
});
