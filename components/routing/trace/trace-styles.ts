'use client';
import { makeStyles } from '@fluentui/react-components';

/** Question and answer beside each other, and below each other where there is no room. */
export const useTraceStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(260px, 340px) minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '24px',
    paddingTop: '20px',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});
