// The log's grid: columns on a screen, a card for each entry on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { column, detail, NARROW } from '@/components/ui/table-grid';

export const useTableStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  waiting: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  header: { [NARROW]: { display: 'none' } },
  row: {
    cursor: 'pointer',
    [NARROW]: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', padding: '8px 0 8px 28px' },
  },
  cell: {
    minHeight: '33px',
    padding: '4px 8px',
    overflowWrap: 'anywhere',
    [NARROW]: { minHeight: '24px', padding: '0', flexGrow: 0, flexBasis: 'auto' },
  },
  when: {
    ...column('188px'),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    [NARROW]: { flexBasis: 'auto', ...detail },
  },
  who: { ...column('180px'), [NARROW]: { flexBasis: 'auto', ...detail } },
  what: {
    flexGrow: 1,
    minWidth: '0',
    columnGap: '8px',
    [NARROW]: { order: -1, flexBasis: '100%', marginLeft: '-28px', alignItems: 'flex-start' },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  whatLink: { minWidth: '0', overflowWrap: 'anywhere' },
  where: { ...column('168px'), [NARROW]: { flexBasis: 'auto', ...detail } },
});
