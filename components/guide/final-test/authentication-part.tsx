'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { AuthenticationField } from '@/lib/mailflow/headers/authentication-results';
import { headerWords } from '@/lib/words/header-words';
import { useAnswerStyles } from './answer-styles';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  who: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  results: { listStyleType: 'none', margin: '8px 0 0', padding: '0', display: 'grid', rowGap: '6px' },
  properties: {
    marginLeft: '16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

const TONES: Readonly<Record<string, StatusTone>> = {
  pass: 'good',
  bestguesspass: 'good',
  fail: 'bad',
  permerror: 'bad',
  softfail: 'warning',
  temperror: 'warning',
};
/** Of more, the newest are shown: nobody reads them, and anybody can write any number. */
const FIELDS_SHOWN = 8;
const RESULTS_SHOWN = 12;

/** What was found about the sender, by whom, and whether that word counts. */
export function AuthenticationPart({ fields }: Readonly<{ fields: readonly AuthenticationField[] }>) {
  const styles = useStyles();
  const answer = useAnswerStyles();
  const t = useTranslations('guidePages.finalTest.authentication');
  const words = headerWords(useTranslations('headers'));
  return (
    <section aria-labelledby="authentication">
      <h2 id="authentication" className={answer.title}>
        {t('title')}
      </h2>
      {fields.length === 0 && <p className={answer.text}>{t('none')}</p>}
      <div className={styles.fields}>
        {fields.slice(0, FIELDS_SHOWN).map(({ field, server, standing, results }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one text keep their order.
          <div key={at}>
            <div className={styles.who}>{server === undefined ? field : t('by', { field, server })}</div>
            <div className={answer.quiet}>{words.standing(standing)}</div>
            <ul className={styles.results}>
              {results.slice(0, RESULTS_SHOWN).map(({ method, result, properties }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its results.
                <li key={place}>
                  <StatusDot
                    tone={standing === 'vouched' ? (TONES[result] ?? 'off') : 'off'}
                    text={`${method.toUpperCase()}: ${result}`}
                  />
                  <div className={styles.properties}>
                    {Object.entries(properties)
                      .map(([name, value]) => `${name}=${value}`)
                      .join(' · ')}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {fields.length > FIELDS_SHOWN && (
        <p className={answer.quiet}>{t('more', { count: fields.length - FIELDS_SHOWN })}</p>
      )}
    </section>
  );
}
