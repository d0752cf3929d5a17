'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Role } from '@/lib/auth/permissions';
import { currentHref, sectionsFor } from './sections';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  section: { margin: '0 0 12px' },
  heading: {
    display: 'block',
    padding: '8px 12px 4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '40px',
    padding: '0 12px',
    margin: '0 4px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground3Selected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '0',
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      forcedColorAdjust: 'none',
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  icon: { fontSize: '20px', flexShrink: 0 },
  currentIcon: { color: tokens.colorCompoundBrandForeground1 },
});

/** The pages that `role` is offered, by section. `iconsOnly` leaves the names to screen readers and tooltips. */
export function NavList({
  role,
  iconsOnly = false,
  onNavigate,
}: Readonly<{ role: Role; iconsOnly?: boolean; onNavigate?: () => void }>) {
  const styles = useStyles();
  const t = useTranslations('frame.sections');
  const sections = sectionsFor(role);
  const here = currentHref(usePathname(), sections);
  return (
    <ul className={styles.list}>
      {sections.map((section) => (
        <li key={section.name} className={styles.section}>
          {!iconsOnly && <span className={styles.heading}>{t(section.name)}</span>}
          <ul className={styles.list} aria-label={t(section.name)}>
            {section.pages.map(({ name, href, icon, activeIcon }) => {
              const current = href === here;
              const Icon = current ? activeIcon : icon;
              return (
                <li key={name}>
                  <Link
                    href={href}
                    aria-current={current ? 'page' : undefined}
                    className={mergeClasses(styles.link, current && styles.current)}
                    {...(iconsOnly && { 'aria-label': t(name), title: t(name) })}
                    {...(onNavigate && { onClick: onNavigate })}
                  >
                    <Icon className={mergeClasses(styles.icon, current && styles.currentIcon)} aria-hidden />
                    {!iconsOnly && t(name)}
                  </Link>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
