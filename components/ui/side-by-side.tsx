'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const NARROW = '@media (max-width: 768px)';
/** The heading and as many blocks as one side can have; rows that nobody needs have no height. */
const ROWS = 14;

const useStyles = makeStyles({
  // Both sides share the rows of one grid, so that the same setting stands at the same height.
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '32px',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  },
  side: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: `span ${ROWS}`,
    alignContent: 'start',
    minWidth: '0',
    [NARROW]: { display: 'block', gridRow: 'auto' },
  },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  blocks: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: `span ${ROWS - 1}`,
    '& > div': { display: 'grid', gridTemplateRows: 'subgrid', gridRow: `span ${ROWS - 1}` },
    [NARROW]: { display: 'block', '& > div': { display: 'block' } },
  },
});

/** Two states of one thing, or the only one that there is. */
export function SideBySide({ children }: Readonly<{ children: ReactNode }>) {
  const styles = useStyles();
  return <div className={styles.sides}>{children}</div>;
}

/** `children` is one `div` of blocks; the same ones on both sides stand at the same height. */
export function Side({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.side} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <div className={styles.blocks}>{children}</div>
    </section>
  );
}
