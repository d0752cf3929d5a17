'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { toTlsPolicy } from '@/lib/mailflow/draft-to-connector';

const useStyles = makeStyles({
  summary: {
    position: 'sticky',
    top: '64px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: '0', paddingLeft: '18px', display: 'grid', rowGap: '6px' },
  empty: { margin: '0', color: tokens.colorNeutralForeground2 },
});

type DraftSummaryProps = Readonly<{ draft: ConnectorDraft; visited: readonly StepId[] }>;

/** The connector so far, in words; what was not asked yet is left out. */
export function DraftSummary({ draft, visited }: DraftSummaryProps) {
  const styles = useStyles();
  const t = useTranslations('wizard');
  const format = useFormatter();
  const list = (entries: readonly string[]) =>
    format.list(entries.length > 3 ? [...entries.slice(0, 3), '…'] : entries);
  const { from, to, scope } = draft;
  const tls = visited.includes('security') ? toTlsPolicy(draft) : undefined;
  const lines = [
    from && to && t('summary.from', { from: t(`endpoints.${from}`), to: t(`endpoints.${to}`) }),
    draft.name.trim() && t('summary.name', { name: draft.name.trim() }),
    visited.includes('name') && !draft.enabled && t('summary.off'),
    (scope === 'acceptedDomains' || scope === 'transportRule') && t(`summary.${scope}`),
    scope === 'recipientDomains' &&
      draft.recipientDomains.length > 0 &&
      t('summary.recipientDomains', { domains: list(draft.recipientDomains) }),
    draft.smartHosts.length > 0 && t('summary.smartHosts', { hosts: list(draft.smartHosts) }),
    tls &&
      (tls.level === 'domainValidation'
        ? t('summary.domainValidation', { domain: tls.domain })
        : t(`summary.${tls.level}`)),
    draft.validationRecipients.length > 0 &&
      t('summary.recipients', { recipients: list(draft.validationRecipients) }),
  ].filter((line): line is string => typeof line === 'string' && line !== '');
  return (
    <section className={styles.summary} aria-label={t('summary.title')}>
      <h2 className={styles.title}>{t('summary.title')}</h2>
      {lines.length === 0 ? (
        <p className={styles.empty}>{t('summary.nothing')}</p>
      ) : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
