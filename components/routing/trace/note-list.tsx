'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { InfoRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import { type RecipientTrace, ROUTE_NOTES } from '@/lib/mailflow/route-trace';
import { useRouteWords } from '../route-words';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '12px 0 0', padding: '0', display: 'grid', rowGap: '8px' },
  note: { display: 'flex', columnGap: '8px', maxWidth: '90ch' },
  icon: { flexShrink: 0, fontSize: '20px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  uncertain: { color: tokens.colorStatusWarningForeground3 },
});

/** What to know about an answer; what is uncertain comes first and says so. */
export function NoteList({ trace }: Readonly<{ trace: RecipientTrace }>) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('trace.answer');
  const words = useRouteWords();
  if (trace.notes.length === 0) return null;
  const notes = trace.notes.map((note, at) => ({
    at,
    isUncertain: ROUTE_NOTES[note.code] === 'uncertain',
    words: words.note(note, trace),
  }));
  notes.sort((a, b) => Number(b.isUncertain) - Number(a.isUncertain));
  return (
    <ul className={styles.list}>
      {notes.map(({ at, isUncertain, words }) => (
        <li key={at} className={styles.note}>
          <span className={mergeClasses(styles.icon, isUncertain && styles.uncertain)} aria-hidden>
            {isUncertain ? <QuestionCircleRegular /> : <InfoRegular />}
          </span>
          <span>
            <span className={unseen.text}>{isUncertain ? t('uncertainNote') : t('goodToKnow')} </span>
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
