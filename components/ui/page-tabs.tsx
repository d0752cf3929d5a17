'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import Link from 'next/link';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', marginLeft: '-10px' },
  tab: {
    position: 'relative',
    padding: '10px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '10px',
      right: '10px',
      bottom: '0',
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

type PageTabsProps = Readonly<{
  label: string;
  tabs: readonly Readonly<{ href: string; words: string; here: boolean }>[];
}>;

/** The parts of a page that have addresses of their own. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  const styles = useStyles();
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map(({ href, words, here }) => (
        <Link
          key={href}
          href={href}
          className={mergeClasses(styles.tab, here && styles.here)}
          {...(here && { 'aria-current': 'page' as const })}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
