'use client';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Role } from '@/lib/auth/permissions';
import { NavList } from './nav-list';
import { keepPreference } from './preference';

const useStyles = makeStyles({
  nav: {
    position: 'sticky',
    top: '48px',
    height: 'calc(100dvh - 48px)',
    width: '228px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    overflowX: 'hidden',
    paddingTop: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 768px)': { display: 'none' },
    '@media print': { display: 'none' },
  },
  narrow: { width: '53px' },
  toggle: { margin: '0 4px 4px', minWidth: '44px', height: '40px' },
});

/** The navigation at the left, as wide as its reader left it. */
export function SideNav({ role, initiallyNarrow }: Readonly<{ role: Role; initiallyNarrow: boolean }>) {
  const styles = useStyles();
  const t = useTranslations('frame');
  const [narrow, setNarrow] = useState(initiallyNarrow);
  const toggle = () => {
    keepPreference('nav', narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  const label = narrow ? t('expand') : t('collapse');
  return (
    <nav aria-label={t('navigation')} className={mergeClasses(styles.nav, narrow && styles.narrow)}>
      <Button
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label={label}
        title={label}
        aria-expanded={!narrow}
        onClick={toggle}
        className={styles.toggle}
      />
      <NavList role={role} iconsOnly={narrow} />
    </nav>
  );
}
