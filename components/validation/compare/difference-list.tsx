'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowSwapRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import type { DifferenceTone, RunDifference } from '@/lib/mailflow/run-difference';
import { useDifferenceWords } from './use-difference-words';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0', padding: '0', maxWidth: '960px' },
  item: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
    ':first-child': { borderTop: 'none' },
  },
  sign: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: '16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  better: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  worse: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  neutral: {},
  text: { margin: '4px 0 0', maxWidth: '88ch' },
});

const SIGNS: Record<DifferenceTone, React.ReactElement> = {
  better: <ArrowUpRegular />,
  worse: <ArrowDownRegular />,
  neutral: <ArrowSwapRegular />,
};

type DifferenceListProps = Readonly<{ differences: readonly RunDifference[]; hostCount: number }>;

/** What is different, the most important first, each as a sentence. */
export function DifferenceList({ differences, hostCount }: DifferenceListProps) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('runs.compare');
  const words = useDifferenceWords(hostCount);
  return (
    <ol className={styles.list} aria-label={t('list')}>
      {differences.map((difference) => (
        <li key={JSON.stringify(difference)} className={styles.item}>
          <span className={mergeClasses(styles.sign, styles[difference.tone])}>
            {SIGNS[difference.tone]}
            <span className={unseen.text}>{t(`tone.${difference.tone}`)}</span>
          </span>
          <p className={styles.text}>{words(difference)}</p>
        </li>
      ))}
    </ol>
  );
}
