'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import type { Severity } from '@/lib/mailflow/finding';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import { useFindingWords } from './validation-words';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '12px' },
  finding: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    breakInside: 'avoid',
  },
  error: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  icon: { fontSize: '20px' },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  infoIcon: { color: tokens.colorNeutralForeground3 },
  label: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: '0', maxWidth: '72ch', overflowWrap: 'anywhere' },
  remedy: { margin: '6px 0 0', maxWidth: '72ch', overflowWrap: 'anywhere' },
  place: { color: tokens.colorNeutralForeground2 },
});

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** What was noticed, gravest first: one plain sentence, and one that says what to do. */
export function FindingList({ findings }: Readonly<{ findings: readonly VerdictFinding[] }>) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const words = useFindingWords();
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const several = new Set(findings.map(({ address }) => address)).size > 1;
  const icons: Record<Severity, React.ReactElement> = {
    error: <DismissCircleFilled className={mergeClasses(styles.icon, styles.errorIcon)} />,
    warning: <WarningFilled className={mergeClasses(styles.icon, styles.warningIcon)} />,
    info: <InfoRegular className={mergeClasses(styles.icon, styles.infoIcon)} />,
  };
  return (
    <ul className={styles.list} aria-label={t('findings')}>
      {sorted.map((finding) => {
        const { severity, address, spare } = finding;
        const { text, remedy, exchange } = words(finding);
        return (
          <li
            key={JSON.stringify(finding)}
            className={mergeClasses(
              styles.finding,
              severity === 'error' && styles.error,
              severity === 'warning' && styles.warning,
            )}
          >
            {icons[severity]}
            <div>
              <p className={styles.text}>
                <span className={styles.label}>{t(`severity.${severity}`)}: </span>
                {text}
                {several && address !== undefined && (
                  <span className={styles.place}> ({t('at', { address })})</span>
                )}
              </p>
              {spare && <p className={styles.remedy}>{t('spare')}</p>}
              <p className={styles.remedy}>
                <span className={styles.label}>{t('remedy')}: </span>
                {remedy}
              </p>
              {exchange && <p className={mergeClasses(styles.remedy, styles.place)}>{exchange}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
