'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import type { Named } from '@/lib/mailflow/mail-setup';

/** Of more rules the first ones are said, and how many more there are. */
const SAID = 3;

const useStyles = makeStyles({
  note: { display: 'flex', columnGap: '8px', maxWidth: '90ch', margin: '12px 0' },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusWarningForeground3 },
});

/** What the map can't know: rules that ask for more than the recipient. */
export function UndecidedRules({ rules }: Readonly<{ rules: readonly Named[] }>) {
  const styles = useStyles();
  const t = useTranslations('coverage');
  const format = useFormatter();
  if (rules.length === 0) return null;
  const shown = rules.length > SAID ? rules.slice(0, SAID - 1) : rules;
  const more = rules.length - shown.length;
  const names = shown.map(({ name }) => t('undecidedRule', { name }));
  return (
    <p className={styles.note}>
      <QuestionCircleRegular className={styles.icon} aria-hidden />
      <span>
        {t('undecided', {
          count: rules.length,
          rules: format.list(more > 0 ? [...names, t('undecidedMore', { count: more })] : names),
        })}
      </span>
    </p>
  );
}
