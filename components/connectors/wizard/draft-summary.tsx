'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { useSummaryLines } from './summary-lines';

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
  const lines = useSummaryLines(draft, visited);
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
