'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '6px',
    margin: '0',
    '& dd': { margin: '0', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    '& dt': { maxWidth: '200px', color: tokens.colorNeutralForeground2 },
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr', rowGap: '0', '& dd': { marginBottom: '8px' } },
  },
});

/** A list of facts; each child a Fact. */
export function Facts({ children }: Readonly<{ children: ReactNode }>) {
  const styles = useStyles();
  return <dl className={styles.facts}>{children}</dl>;
}

/** One fact under its name; nothing where there is nothing to say. */
export function Fact({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  if (children === undefined || children === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
