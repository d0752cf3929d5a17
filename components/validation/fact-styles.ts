'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

/** Names and values in two columns; in one on a phone. */
export const useFactStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '8px',
    margin: '0',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: '0', overflowWrap: 'anywhere' },
    '@media (max-width: 640px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: '2px',
      '& dd': { marginBottom: '8px' },
    },
  },
});
