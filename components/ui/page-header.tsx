'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  header: { marginBottom: '12px' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  description: { margin: '4px 0 0', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
});

/** A page's title and the sentence under it. */
export function PageHeader({ title, description }: Readonly<{ title: ReactNode; description?: ReactNode }>) {
  const styles = useStyles();
  return (
    <div className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {description && <p className={styles.description}>{description}</p>}
    </div>
  );
}
