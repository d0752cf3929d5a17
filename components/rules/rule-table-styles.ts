// The columns of the rules.
import { makeStyles, tokens } from '@fluentui/react-components';
import { column, NARROW } from '@/components/ui/table-grid';

export const useRuleTableStyles = makeStyles({
  row: {
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '40px auto 1fr auto',
      gridTemplateAreas:
        '"select name name status" ". conditions conditions conditions" ". connector connector connector" ". priority . ."',
      alignItems: 'center',
      padding: '8px 0',
    },
  },
  dragging: { boxShadow: tokens.shadow8 },
  priority: { ...column('96px'), columnGap: '4px', [NARROW]: { gridArea: 'priority', flexBasis: 'auto' } },
  handle: {
    cursor: 'grab',
    touchAction: 'none',
    minWidth: '28px',
    padding: '0',
    ':active': { cursor: 'grabbing' },
  },
  place: { fontVariantNumeric: 'tabular-nums' },
  status: { ...column('120px'), [NARROW]: { gridArea: 'status', flexBasis: 'auto' } },
  name: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '180px',
    minWidth: '0',
    padding: '8px',
    [NARROW]: { gridArea: 'name' },
  },
  nameLink: {
    overflowWrap: 'anywhere',
    [NARROW]: { fontWeight: tokens.fontWeightSemibold },
  },
  conditions: {
    flexGrow: 2,
    flexShrink: 1,
    flexBasis: '280px',
    minWidth: '0',
    padding: '8px',
    [NARROW]: { gridArea: 'conditions', padding: '4px' },
  },
  said: { overflowWrap: 'anywhere' },
  stops: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  target: { minWidth: '0', overflowWrap: 'anywhere' },
  connector: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '200px',
    minWidth: '0',
    columnGap: '8px',
    [NARROW]: {
      gridArea: 'connector',
      '::before': { content: '"→"', paddingRight: '8px', color: tokens.colorNeutralForeground3 },
    },
  },
});
