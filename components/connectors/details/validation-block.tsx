'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { ConnectorBlock } from '../connector-block';
import { HealthBadge } from '../health-badge';

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
});

/** EAC's block "Validation", with what the result is worth now. */
export function ValidationBlock({ report }: Readonly<{ report: ConnectorReport }>) {
  const styles = useStyles();
  const t = useTranslations('connectors');
  const format = useFormatter();
  const { connector, health, lastValidation, version } = report;
  const finishedAt = lastValidation && new Date(lastValidation.finishedAt);
  return (
    <ConnectorBlock title={t('blocks.validation')}>
      <div>
        <HealthBadge health={health} lastValidatedAt={finishedAt} />
      </div>
      {!lastValidation && <p>{t('details.never')}</p>}
      {health === 'stale' && <p>{t('details.stale')}</p>}
      <dl className={styles.facts}>
        {lastValidation && (
          <>
            <dt>{t('details.lastResult')}</dt>
            <dd className={styles.value}>{t(`details.result.${lastValidation.outcome}`)}</dd>
          </>
        )}
        {finishedAt && (
          <>
            <dt>{t('details.lastTime')}</dt>
            <dd className={styles.value} suppressHydrationWarning>
              {format.dateTime(finishedAt, 'exact')}
            </dd>
          </>
        )}
        <dt>{t('details.recipients')}</dt>
        <dd className={styles.value}>
          {connector.validationRecipients.join(', ') || t('details.noRecipients')}
        </dd>
      </dl>
      {version.failureAcknowledged && (
        <p>{t('details.acknowledged', { name: version.createdByName, number: version.number })}</p>
      )}
    </ConnectorBlock>
  );
}
