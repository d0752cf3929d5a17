// The runs' grid: columns on a screen, a card for each run on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { column, detail, NARROW } from '@/components/ui/table-grid';

export const useTableStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  waiting: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  header: { [NARROW]: { display: 'none' } },
  row: {
    cursor: 'pointer',
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr auto',
      gridTemplateAreas: '"what what result" "when who took"',
      columnGap: '12px',
      alignItems: 'start',
      padding: '10px 0',
    },
  },
  cell: { minHeight: '52px', padding: '4px 8px', [NARROW]: { minHeight: '20px', padding: '0' } },
  result: { ...column('148px'), [NARROW]: { gridArea: 'result', flexBasis: 'auto' } },
  what: {
    flexGrow: 1,
    minWidth: '0',
    [NARROW]: { gridArea: 'what' },
  },
  name: { display: 'grid', minWidth: '0' },
  link: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [NARROW]: { whiteSpace: 'normal', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  },
  hosts: { ...detail, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  who: {
    ...column('180px'),
    overflowWrap: 'anywhere',
    '@media (max-width: 1000px)': { flexBasis: '120px' },
    [NARROW]: { gridArea: 'who', ...detail },
  },
  when: {
    ...column('180px'),
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 1000px)': { flexBasis: '124px' },
    [NARROW]: { gridArea: 'when', ...detail },
  },
  took: {
    ...column('88px'),
    justifyContent: 'flex-end',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    [NARROW]: { gridArea: 'took', flexBasis: 'auto', ...detail },
  },
});
