'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { BackLink } from '@/components/ui/back-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { NothingYetPicture } from '@/components/ui/pictures';
import type { ComparedSide, RunComparison } from '@/lib/operations/compare-runs';
import { runPath } from '../run-paths';
import { StandingBadge } from '../standing-badge';
import { useRunName } from '../use-run-name';
import { DifferenceList } from './difference-list';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '16px',
    maxWidth: '960px',
    margin: '4px 0 24px',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: {
    display: 'grid',
    rowGap: '4px',
    alignContent: 'start',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    '& p': { margin: '0' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
  which: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  when: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: {
    justifySelf: 'start',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { display: 'none' },
  },
  heading: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Two validations: what is different between them in words, the earlier one's side first. */
export function CompareRunsScreen({ comparison }: Readonly<{ comparison: RunComparison }>) {
  const styles = useStyles();
  const t = useTranslations('runs.compare');
  const { from, to, differences } = comparison;
  const isOneConnector = from.connector?.id === to.connector?.id;
  const hostCount = Math.max(from.hosts.length, to.hosts.length);
  return (
    <>
      <BackLink href={runPath(to.id)}>{t('back')}</BackLink>
      <PageHeader title={t('title')} description={isOneConnector ? undefined : t('otherConnector')} />
      <div className={styles.sides}>
        <Side which={t('earlier')} side={from} />
        <Side which={t('later')} side={to} />
      </div>
      {differences.length === 0 ? (
        <EmptyState picture={<NothingYetPicture />} title={t('same.title')} text={t('same.text')} />
      ) : (
        <section>
          <h2 className={styles.heading}>{t('differences', { count: differences.length })}</h2>
          <DifferenceList differences={differences} hostCount={hostCount} />
        </section>
      )}
    </>
  );
}

function Side({ which, side }: Readonly<{ which: string; side: ComparedSide }>) {
  const styles = useStyles();
  const t = useTranslations('runs.compare');
  const format = useFormatter();
  const id = useId();
  const { what, where } = useRunName()(side);
  return (
    <section className={styles.side} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.which}>
          {which}
        </h2>
        <StandingBadge standing={side.outcome ?? 'cancelled'} />
      </div>
      <p className={styles.when} suppressHydrationWarning>
        {format.dateTime(new Date(side.requestedAt), 'exact')}
      </p>
      <p>{what}</p>
      <p className={styles.quiet}>{where}</p>
      <p className={styles.quiet}>{t('by', { name: side.requestedByName })}</p>
      <Link href={runPath(side.id)} prefetch={false} className={styles.link}>
        {t('open')}
      </Link>
    </section>
  );
}
