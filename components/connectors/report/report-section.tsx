'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: { marginTop: '28px', '@media print': { marginTop: '20px' } },
  title: {
    margin: '0 0 12px',
    paddingBottom: '4px',
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
  },
  // On paper a setting and its heading stay together.
  body: { '& section': { breakInside: 'avoid' } },
});

/** One part of the report. */
export function ReportSection({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
