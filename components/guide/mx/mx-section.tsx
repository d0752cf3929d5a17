'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: { marginTop: '28px', minWidth: '0' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  gap: { height: '8px' },
  text: { margin: '4px 0 12px', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
});

/** One stage of the switch. */
export function MxSection({
  title,
  text,
  children,
}: Readonly<{ title: string; text?: ReactNode; children: ReactNode }>) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {text ? <p className={styles.text}>{text}</p> : <div className={styles.gap} />}
      {children}
    </section>
  );
}
