'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: '12px',
    maxWidth: '560px',
  },
  alone: { padding: '48px 32px' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
    textWrap: 'balance',
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  text: { margin: '0', color: tokens.colorNeutralForeground2 },
});

type PageMessageProps = Readonly<{ title: string; text: string; children?: ReactNode }>;

/** A page that has only something to say: what happened, what it means, what to do. */
export function PageMessage({ title, text, children }: PageMessageProps) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}

/** The place for it where no frame stands around. */
export function LonePage({ children }: Readonly<{ children: ReactNode }>) {
  const styles = useStyles();
  return <main className={styles.alone}>{children}</main>;
}

/** The way on from a page that has nothing else to offer: a full load, as something may have gone wrong here. */
export function StartLink() {
  const styles = useStyles();
  const t = useTranslations('common');
  return (
    <a href="/" className={styles.link}>
      {t('toStart')}
    </a>
  );
}
