// The log's grid: columns on a screen, a card for each entry on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media (max-width: 640px)';
const column = (width: string) => ({ flexGrow: 0, flexShrink: 0, flexBasis: width, minWidth: '0' });
const detail = { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 };

export const useTableStyles = makeStyles({
  table: { backgroundColor: 'transparent' },
  waiting: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  header: { [NARROW]: { display: 'none' } },
  row: {
    cursor: 'pointer',
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'auto auto minmax(0, 1fr)',
      gridTemplateAreas: '"what what what" "when who where"',
      alignItems: 'baseline',
      padding: '8px 0',
    },
  },
  cell: {
    minHeight: '41px',
    overflowWrap: 'anywhere',
    [NARROW]: { minHeight: '24px', padding: '0 12px 0 28px' },
  },
  when: {
    ...column('188px'),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    [NARROW]: { gridArea: 'when', flexBasis: 'auto', ...detail },
  },
  who: {
    ...column('180px'),
    [NARROW]: { gridArea: 'who', flexBasis: 'auto', paddingLeft: '0', ...detail },
  },
  what: {
    flexGrow: 1,
    minWidth: '0',
    columnGap: '8px',
    [NARROW]: { gridArea: 'what', paddingLeft: '0', alignItems: 'flex-start' },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  whatLink: { minWidth: '0', overflowWrap: 'anywhere' },
  where: {
    ...column('168px'),
    [NARROW]: { gridArea: 'where', flexBasis: 'auto', paddingLeft: '0', paddingRight: '0', ...detail },
  },
});
