'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import Link from 'next/link';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    marginBottom: '4px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { display: 'none' },
  },
});

/** Above a page's title: where the page belongs. */
export function BackLink({ href, children }: Readonly<{ href: string; children: ReactNode }>) {
  const styles = useStyles();
  return (
    <Link href={href} prefetch={false} className={styles.link}>
      <ChevronLeftRegular aria-hidden />
      {children}
    </Link>
  );
}
