'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import type { SubjectView } from '@/lib/mailflow/guide/guide-view';
import { guideWords } from '@/lib/words/guide-words';
import { settledView } from './settled-view';
import { LevelMark } from './state-mark';
import { useEvidenceWords } from './use-evidence-words';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '6px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'start',
    '& > svg': { marginTop: '2px' },
  },
  text: { maxWidth: '80ch', overflowWrap: 'anywhere' },
  remedy: {
    display: 'block',
    maxWidth: '80ch',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  toDo: { color: tokens.colorBrandForeground1 },
});

/** What was seen, a line each, and under it what to do. */
export function EvidenceList({ view }: Readonly<{ view: SubjectView }>) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('guideScreens.step');
  const words = guideWords(useTranslations('guide'));
  const evidenceWords = useEvidenceWords();
  const { evidence, remedies } = settledView(view);
  return (
    <>
      {evidence.length > 0 && (
        <ul className={styles.list} aria-label={t('evidence')}>
          {evidence.map((one) => {
            const { text, remedy } = evidenceWords(one);
            return (
              <li key={JSON.stringify(one)} className={styles.line}>
                <LevelMark level={one.level} />
                <span className={styles.text}>
                  <span className={unseen.text}>{t(`level.${one.level}`)} </span>
                  {text}
                  {remedy && <span className={styles.remedy}>{remedy}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {remedies.length > 0 && (
        <ul className={styles.list} aria-label={t('remedies')}>
          {remedies.map((one) => (
            <li key={JSON.stringify(one)} className={styles.line}>
              <ArrowRightRegular aria-hidden className={styles.toDo} />
              <span className={styles.text}>{words.remedy(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
