'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import type { GuidePartView } from '@/lib/mailflow/guide/guide-view';
import { guideWords } from '@/lib/words/guide-words';
import { partAnchor } from './guide-part';
import { partProgress } from './part-progress';
import { StateMark } from './state-mark';

const useStyles = makeStyles({
  rail: {
    position: 'sticky',
    top: '72px',
    alignSelf: 'start',
    paddingTop: '28px',
    '@media (max-width: 1100px)': { display: 'none' },
    '@media print': { display: 'none' },
  },
  list: { listStyleType: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '2px' },
  link: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '10px',
    padding: '8px 10px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  count: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Beside the journey on a wide screen: its parts, how each stands, and the way there. */
export function PartRail({ parts }: Readonly<{ parts: readonly GuidePartView[] }>) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('guideScreens');
  const words = guideWords(useTranslations('guide'));
  return (
    <nav aria-label={t('parts')} className={styles.rail}>
      <ul className={styles.list}>
        {parts.map((part) => {
          const { atRest, total } = partProgress(part);
          return (
            <li key={part.id}>
              <a href={`#${partAnchor(part.id)}`} className={styles.link}>
                <StateMark state={part.state} />
                <span>
                  {t(`rail.${part.id}`)}
                  <span className={unseen.text}> ({words.state(part.state)})</span>
                </span>
                <span className={styles.count}>{t('progress.short', { atRest, total })}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
