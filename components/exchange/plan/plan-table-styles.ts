// The rows of a plan: columns on a screen, a card for each row on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';

export const NARROW = '@media (max-width: 760px)';
const line = `1px solid ${tokens.colorNeutralStroke2}`;

export const usePlanTableStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': {
      padding: '8px',
      textAlign: 'left',
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForeground1,
      borderBottom: line,
    },
    '& td': { padding: '6px 8px', verticalAlign: 'top', borderBottom: line },
    [NARROW]: {
      display: 'block',
      '& thead': { display: 'none' },
      '& tbody': { display: 'block' },
      '& td': { padding: '0', borderBottom: 'none' },
    },
  },
  row: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '36px minmax(0, 1fr) auto',
      gridTemplateAreas: '"select name result" ". kind kind" ". what what"',
      rowGap: '4px',
      padding: '10px 0',
      borderBottom: line,
    },
  },
  still: {
    [NARROW]: {
      gridTemplateColumns: '0 minmax(0, 1fr) auto',
    },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  isOpen: { '& td': { borderBottomColor: 'transparent' }, [NARROW]: { borderBottom: 'none' } },
  select: { width: '44px', [NARROW]: { gridArea: 'select', width: 'auto' } },
  selectCell: { '& > *': { marginTop: '-4px', marginLeft: '-4px' } },
  name: { width: '30%', [NARROW]: { gridArea: 'name', width: 'auto' } },
  kind: {
    width: '150px',
    color: tokens.colorNeutralForeground2,
    [NARROW]: { gridArea: 'kind', width: 'auto', fontSize: tokens.fontSizeBase200 },
  },
  result: { width: '128px', [NARROW]: { gridArea: 'result', width: 'auto' } },
  what: { [NARROW]: { gridArea: 'what' } },
  opener: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: '4px',
    maxWidth: '100%',
    padding: '0',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [NARROW]: { fontWeight: tokens.fontWeightSemibold },
  },
  arrow: {
    flexShrink: 0,
    marginTop: '2px',
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFaster,
  },
  turned: { transform: 'rotate(90deg)' },
  said: {
    margin: '0',
    padding: '0',
    listStyle: 'none',
    display: 'grid',
    rowGap: '2px',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  note: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '4px' },
  details: {
    [NARROW]: { display: 'block', borderBottom: line },
    '& > td': { padding: '4px 8px 20px 52px', [NARROW]: { display: 'block', padding: '0 0 16px' } },
  },
});
