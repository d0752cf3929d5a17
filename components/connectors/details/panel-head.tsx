'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot } from '@/components/ui/status-dot';
import type { ConnectorReport } from '@/lib/operations/connector-report';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '4px',
    color: tokens.colorNeutralForeground2,
  },
});

/** The status line: on or off, which version is in force and whose it is, and when it was validated. */
export function PanelHead({ report }: Readonly<{ report: ConnectorReport }>) {
  const styles = useStyles();
  const t = useTranslations('connectors');
  const { connector, version, health, lastValidation } = report;
  const counts = health !== 'stale' && health !== 'notApplicable';
  return (
    <div className={styles.head}>
      <StatusDot
        tone={connector.enabled ? 'good' : 'off'}
        text={connector.enabled ? t('status.on') : t('status.off')}
      />
      <span>
        {t.rich('details.version', {
          number: version.number,
          name: version.createdByName,
          when: () => <RelativeTime at={new Date(version.createdAt)} />,
        })}
      </span>
      {lastValidation && counts && (
        <span>
          {t.rich('details.validated', {
            when: () => <RelativeTime at={new Date(lastValidation.finishedAt)} />,
          })}
        </span>
      )}
    </div>
  );
}
