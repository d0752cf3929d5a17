'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  fold: {
    padding: '16px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& summary': { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  },
  content: { paddingTop: '16px' },
});

/** What is there for whoever wants it, closed at first. */
export function Fold({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary>{title}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
