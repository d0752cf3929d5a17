'use client';
import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import NextLink from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { RecentRuns } from '@/components/validation/recent-runs';
import { RefusalsBox } from '@/components/validation/refusals-box';
import { runPath } from '@/components/validation/run-paths';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { ConnectorBlock } from '../connector-block';
import { HealthBadge } from '../health-badge';
import type { PanelValidation } from './use-panel-validation';

// As large as a page of its own, and most panels are closed without it.
const RunReport = lazy(() => import('./run-report'));

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(auto, max-content) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '6px',
    margin: '6px 0',
    '& dd': { margin: '0', overflowWrap: 'anywhere' },
    '& dt': { color: tokens.colorNeutralForeground2 },
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr', '& dd': { marginBottom: '6px' } },
  },
  value: { color: tokens.colorNeutralForeground1 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '24px', rowGap: '4px' },
  page: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  report: { marginTop: '12px', color: tokens.colorNeutralForeground1, minWidth: '0' },
});

type ValidationBlockProps = Readonly<{
  report: ConnectorReport;
  validation: PanelValidation;
  /** The link to where its addresses are edited. */
  edit: ReactNode;
}>;

/** EAC's block "Validation": what the result is worth now, the way to a new one, and both in full. */
export function ValidationBlock({ report, validation, edit }: ValidationBlockProps) {
  const styles = useStyles();
  const t = useTranslations('connectors');
  const runs = useTranslations('runs.history');
  const [isOpen, setOpen] = useState(false);
  const { connector, health, lastValidation, version } = report;
  if (connector.direction === 'inbound') {
    return (
      <ConnectorBlock title={t('blocks.validation')}>
        <p>{t('healthHint.notApplicable')}</p>
      </ConnectorBlock>
    );
  }
  const finishedAt = lastValidation && new Date(lastValidation.finishedAt);
  const shown = validation.runId ?? (isOpen ? lastValidation?.runId : undefined);
  return (
    <ConnectorBlock title={t('blocks.validation')} action={edit}>
      <div>
        <HealthBadge health={health} lastValidatedAt={finishedAt} validating={validation.running} />
      </div>
      {!lastValidation && !validation.running && <p>{t('details.never')}</p>}
      {health === 'stale' && !validation.running && <p>{t('details.stale')}</p>}
      <Facts report={report} />
      {version.failureAcknowledged && (
        <p>{t('details.acknowledged', { name: version.createdByName, number: version.number })}</p>
      )}
      <RefusalsBox
        checked={validation.checkRefusals}
        onChange={validation.setCheckRefusals}
        disabled={validation.running}
      />
      <div className={styles.links}>
        <Link as="button" disabledFocusable={validation.running} onClick={() => void validation.start()}>
          {t('details.validate')}
        </Link>
        {lastValidation && !validation.runId && (
          <Link as="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('details.hideReport') : t('details.showReport')}
          </Link>
        )}
        {shown && (
          <NextLink href={runPath(shown)} prefetch={false} className={styles.page}>
            {runs('page')}
          </NextLink>
        )}
      </div>
      {validation.problem && <p role="alert">{t(`details.validateProblem.${validation.problem}`)}</p>}
      {shown && (
        <div className={styles.report}>
          <Suspense fallback={<Spinner size="tiny" />}>
            <RunReport runId={shown} />
          </Suspense>
        </div>
      )}
      <RecentRuns
        connectorId={report.id}
        latest={`${validation.runId ?? ''} ${lastValidation?.runId ?? ''}`}
      />
    </ConnectorBlock>
  );
}

function Facts({ report }: Readonly<{ report: ConnectorReport }>) {
  const styles = useStyles();
  const t = useTranslations('connectors.details');
  const format = useFormatter();
  const { connector, lastValidation } = report;
  if (connector.direction === 'inbound') return null;
  return (
    <dl className={styles.facts}>
      {lastValidation && (
        <>
          <dt>{t('lastResult')}</dt>
          <dd className={styles.value}>{t(`result.${lastValidation.outcome}`)}</dd>
          <dt>{t('lastTime')}</dt>
          <dd className={styles.value} suppressHydrationWarning>
            {format.dateTime(new Date(lastValidation.finishedAt), 'exact')}
          </dd>
        </>
      )}
      <dt>{t('recipients')}</dt>
      <dd className={styles.value}>{connector.validationRecipients.join(', ') || t('noRecipients')}</dd>
    </dl>
  );
}
