'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

const PHONE = '@media (max-width: 640px)';

/** Small tables of names; on a phone each row becomes lines with their head before them (`data-label` of the cell). */
export const useMxTableStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: '900px',
    '& th': {
      padding: '8px 12px 8px 0',
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForeground2,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& td': {
      padding: '10px 12px 10px 0',
      verticalAlign: 'top',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      fontVariantNumeric: 'tabular-nums',
    },
    [PHONE]: {
      '& thead': { display: 'none' },
      '& tr': {
        display: 'block',
        padding: '8px 0',
        borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      },
      '& td': {
        display: 'grid',
        gridTemplateColumns: '104px minmax(0, 1fr)',
        padding: '3px 0',
        borderBottomStyle: 'none',
        '::before': {
          content: 'attr(data-label)',
          color: tokens.colorNeutralForeground2,
          fontFamily: tokens.fontFamilyBase,
        },
      },
    },
  },
  name: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});
