'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import type { NameMatch } from '@/lib/mailflow/tls-demand';

const useStyles = makeStyles({
  answer: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '8px' },
  icon: { fontSize: '16px', marginTop: '2px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Which name was asked for, and whether the certificate answers to it: by the connector's demand, and by the host's name. */
export function NameAnswers({ matches }: Readonly<{ matches: readonly NameMatch[] }>) {
  const styles = useStyles();
  const t = useTranslations('validation.certificate');
  return matches.map((match) => (
    <div key={match.by} className={styles.answer}>
      <span className={styles.icon}>{iconOf(match)}</span>
      <span>
        {t(match.by, { name: match.wanted })}
        <br />
        <span className={styles.quiet}>{answerOf(match)}</span>
      </span>
    </div>
  ));

  function iconOf({ matching, isDemanded }: NameMatch) {
    if (matching.length > 0) return <CheckmarkCircleRegular className={styles.good} />;
    return <DismissCircleRegular className={isDemanded ? styles.bad : styles.quiet} />;
  }

  function answerOf({ matching, isDemanded }: NameMatch): string {
    const [first] = matching;
    if (first !== undefined) return t('matched', { names: first });
    return isDemanded ? t('notMatched') : t('notCompared', { answer: t('notMatched') });
  }
}
