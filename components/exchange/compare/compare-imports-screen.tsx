'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { BackLink } from '@/components/ui/back-link';
import { CommandBar } from '@/components/ui/command-bar';
import { PageHeader } from '@/components/ui/page-header';
import type { ImportSummary } from '@/lib/operations/import-view';
import { compareImportsPath, EXCHANGE_PATH, importPath } from '../exchange-paths';
import { ImportMeta } from '../plan/import-meta';
import { PlanFilters } from '../plan/plan-filters';
import { PlanFrameContext } from '../plan/plan-frame';
import type { PlanLine } from '../plan/plan-line';
import { PlanRows } from '../plan/plan-rows';
import { PlanSummary } from '../plan/plan-summary';
import { usePlanView } from '../plan/plan-view';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '16px',
    maxWidth: '960px',
    margin: '4px 0 16px',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: {
    display: 'grid',
    rowGap: '4px',
    alignContent: 'start',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    '& p': { margin: '0' },
  },
  which: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const NONE: ReadonlySet<string> = new Set();

type CompareImportsScreenProps = Readonly<{
  from: ImportSummary;
  to: ImportSummary;
  lines: readonly PlanLine[];
}>;

/** What has changed in the tenant between two files. */
export function CompareImportsScreen({ from, to, lines }: CompareImportsScreenProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.compare');
  const format = useFormatter();
  const path = compareImportsPath({ from: from.id, to: to.id });
  const { view, show } = usePlanView(EXCHANGE_COMPARE);
  const day = ({ createdAt }: ImportSummary) => format.dateTime(new Date(createdAt), 'short');
  const frame = {
    source: `/api${path}`,
    sides: { before: day(from), after: day(to) },
    betweenFiles: true,
  };
  return (
    <PlanFrameContext value={frame}>
      <BackLink href={EXCHANGE_PATH}>{t('back')}</BackLink>
      <PageHeader title={t('title')} description={t('text')} />
      <div className={styles.sides}>
        <Side which={t('earlier')} one={from} />
        <Side which={t('later')} one={to} />
      </div>
      <PlanSummary lines={lines} chosen={view.results} onChoose={(results) => show({ results })} />
      <CommandBar label={t('filters')} end={<PlanFilters view={view} onChange={show} />}>
        {null}
      </CommandBar>
      <PlanRows lines={lines} view={view} choice={undefined} moved={NONE} onChange={show} />
    </PlanFrameContext>
  );
}

const EXCHANGE_COMPARE = `${EXCHANGE_PATH}/imports/compare`;

function Side({ which, one }: Readonly<{ which: string; one: ImportSummary }>) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.side} aria-labelledby={id}>
      <h2 id={id} className={styles.which}>
        {which}
      </h2>
      <Link href={importPath(one.id)} prefetch={false} className={styles.link}>
        {one.fileName}
      </Link>
      <p className={styles.quiet}>
        <ImportMeta one={one} />
      </p>
    </section>
  );
}
