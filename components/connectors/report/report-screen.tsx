'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { BackLink } from '@/components/ui/back-link';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { CopyButton } from '@/components/ui/copy-button';
import { CertificateCard } from '@/components/validation/certificate-card';
import { useFactStyles } from '@/components/validation/fact-styles';
import type { ConnectorDossier } from '@/lib/operations/connector-dossier';
import { ConnectorBlocks } from '../connector-blocks';
import { connectorPath } from '../connector-paths';
import { certificatesMet, type Made } from './report-facts';
import { ReportHistory } from './report-history';
import { ReportSection } from './report-section';
import { ReportValidation } from './report-validation';
import { useOverview } from './use-overview';
import { useReportText } from './use-report-text';

const useStyles = makeStyles({
  page: { maxWidth: '800px', '@media print': { maxWidth: 'none' } },
  kind: {
    margin: '12px 0 0',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  made: { margin: '4px 0 20px', color: tokens.colorNeutralForeground2 },
  overview: {
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': {
      padding: '12px 0',
      borderRadius: '0',
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  cards: { display: 'grid', rowGap: '16px' },
  host: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

type ReportScreenProps = Readonly<{ dossier: ConnectorDossier; made: Made }>;

/** One connector on paper: settings, what the last validation found, certificates, recent changes. */
export function ReportScreen({ dossier, made }: ReportScreenProps) {
  const styles = useStyles();
  const facts = useFactStyles();
  const t = useTranslations('report');
  const format = useFormatter();
  const overview = useOverview();
  const text = useReportText(dossier, made);
  const { report, recent } = dossier;
  const certificates = certificatesMet(dossier);
  const measuredAt = new Date(dossier.run?.finishedAt ?? made.at);
  return (
    <div className={styles.page}>
      <BackLink href={connectorPath(report.id)}>{t('back')}</BackLink>
      <CommandBar label={t('commands')}>
        <CommandButton icon={<PrintRegular />} onClick={() => window.print()}>
          {t('print')}
        </CommandButton>
        <CopyButton quiet text={text} label={t('copy')} />
      </CommandBar>
      <p className={styles.kind}>{t('title')}</p>
      <h1 className={styles.title}>{report.connector.name}</h1>
      <p className={styles.made} suppressHydrationWarning>
        {t('made', { name: made.by, date: format.dateTime(made.at, 'short') })}
      </p>
      <div className={styles.overview}>
        <dl className={facts.list}>
          {overview(report).map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
      <ReportSection title={t('settings')}>
        <ConnectorBlocks connector={report.connector} saved />
      </ReportSection>
      {report.connector.direction === 'outbound' && (
        <ReportSection title={t('lastValidation')}>
          <ReportValidation dossier={dossier} />
        </ReportSection>
      )}
      {certificates.length > 0 && (
        <ReportSection title={t('certificates')}>
          <div className={styles.cards}>
            {certificates.map(({ host, tls, policy }) => (
              <div key={`${host} ${tls.certificates[0]?.fingerprint256}`}>
                <p className={styles.host}>{host}</p>
                <CertificateCard tls={tls} host={host} policy={policy} at={measuredAt} />
              </div>
            ))}
          </div>
        </ReportSection>
      )}
      <ReportSection title={t('recent')}>
        <ReportHistory recent={recent} />
      </ReportSection>
    </div>
  );
}
