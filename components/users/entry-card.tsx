'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    minHeight: '100dvh',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    padding: '24px',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 480px)': {
      alignItems: 'flex-start',
      padding: '0',
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    maxWidth: '400px',
    boxSizing: 'border-box',
    padding: '32px',
    rowGap: '20px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
    '@media (max-width: 480px)': { padding: '32px 20px', boxShadow: 'none', borderRadius: '0' },
  },
  brand: { display: 'flex', flexDirection: 'column' },
  product: { fontSize: tokens.fontSizeBase400, fontWeight: 600, color: tokens.colorBrandForeground1 },
  tagline: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: 600,
  },
  description: { margin: '-12px 0 0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** The calm page around a form for people who are not signed in. */
export function EntryCard({
  title,
  description,
  children,
}: Readonly<{ title: string; description?: string; children: ReactNode }>) {
  const styles = useStyles();
  const t = useTranslations('signIn');
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <span className={styles.product}>{t('product')}</span>
          <span className={styles.tagline}>{t('tagline')}</span>
        </div>
        <h1 className={styles.title}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
        {children}
      </div>
    </main>
  );
}
