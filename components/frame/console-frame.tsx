'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FocusKeeper } from '@/components/ui/focus-keeper';
import type { Role } from '@/lib/auth/permissions';
import { LanguageMenu } from './language-menu';
import { NavDrawer } from './nav-drawer';
import type { ThemeChoice } from './preference';
import { SideNav } from './side-nav';
import { ThemeMenu } from './theme-menu';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: '48px 1fr',
    minHeight: '100dvh',
    '@media (max-width: 768px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block' },
  },
  bar: {
    gridColumn: '1 / -1',
    position: 'sticky',
    top: '0',
    zIndex: 100,
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    padding: '0 8px 0 16px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (max-width: 768px)': { paddingLeft: '4px' },
    '@media print': { display: 'none' },
    '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' },
  },
  product: {
    marginRight: 'auto',
    padding: '4px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: '2px solid currentColor' },
  },
  skip: {
    position: 'absolute',
    left: '16px',
    top: '-48px',
    zIndex: 1,
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: '8px' },
  },
  main: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1400px',
    minWidth: '0',
    padding: '24px 32px 48px',
    outlineStyle: 'none',
    '@media (max-width: 768px)': { padding: '16px 16px 32px' },
    '@media print': { padding: '0', maxWidth: 'none' },
  },
});

type ConsoleFrameProps = Readonly<{
  theme: ThemeChoice;
  narrowNav: boolean;
  /** Whose pages the navigation offers. */
  role: Role;
  /** The account menu, at the end of the bar. */
  account: ReactNode;
  children: ReactNode;
}>;

/** What stands around every page of the console: the bar, the navigation, and the place for the page. */
export function ConsoleFrame({ theme, narrowNav, role, account, children }: ConsoleFrameProps) {
  const styles = useStyles();
  const t = useTranslations('frame');
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <a href="#main" className={styles.skip}>
          {t('skip')}
        </a>
        <NavDrawer role={role} />
        <Link href="/" prefetch={false} className={styles.product}>
          {t('product')}
        </Link>
        <LanguageMenu />
        <ThemeMenu initial={theme} />
        {account}
      </header>
      <SideNav role={role} initiallyNarrow={narrowNav} />
      <FocusKeeper />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
