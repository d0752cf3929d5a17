'use client';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { GUIDE_SCENARIOS, type GuideScenario } from '@/lib/mailflow/guide/journey';
import { guideWords } from '@/lib/words/guide-words';
import { ScenarioPicture } from './scenario-picture';

const useStyles = makeStyles({
  title: {
    margin: '24px 0 4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0 0 16px', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: '16px',
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  current: { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  name: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { margin: '0', flexGrow: 1, color: tokens.colorNeutralForeground2 },
  chosen: { display: 'inline-flex', alignItems: 'center', columnGap: '6px', minHeight: '32px' },
  choose: { alignSelf: 'flex-start' },
});

type ScenarioChoiceProps = Readonly<{
  current: GuideScenario | undefined;
  /** Why nothing can be chosen. */
  reason: string | undefined;
  busy: boolean;
  onChoose: (scenario: GuideScenario) => void;
}>;

/** Which of the article's journeys this organization makes: each with where its mailboxes are. */
export function ScenarioChoice({ current, reason, busy, onChoose }: ScenarioChoiceProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.choice');
  const words = guideWords(useTranslations('guide'));
  return (
    <section aria-labelledby="guide-choice">
      <h2 id="guide-choice" className={styles.title}>
        {t('title')}
      </h2>
      <p className={styles.text}>{current ? t('again') : t('text')}</p>
      <ul className={styles.cards}>
        {GUIDE_SCENARIOS.map((scenario) => {
          const { title, text } = words.scenario(scenario);
          return (
            <li key={scenario} className={mergeClasses(styles.card, scenario === current && styles.current)}>
              <ScenarioPicture scenario={scenario} />
              <h3 className={styles.name}>{title}</h3>
              <p className={styles.about}>{text}</p>
              {scenario === current ? (
                <span className={styles.chosen}>
                  <CheckmarkRegular aria-hidden /> {t('chosen')}
                </span>
              ) : (
                <DisabledReason reason={reason}>
                  <Button
                    appearance={current ? 'secondary' : 'primary'}
                    aria-label={t('chooseThis', { scenario: title })}
                    disabledFocusable={busy}
                    onClick={() => onChoose(scenario)}
                    className={styles.choose}
                  >
                    {t('choose')}
                  </Button>
                </DisabledReason>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
