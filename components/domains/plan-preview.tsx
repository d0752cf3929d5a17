'use client';
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { PlannedDomain } from '@/lib/mailflow/accepted-domain-plan';
import { useFindingText } from '../connectors/wizard/finding-text';
import { useDomainWords } from './use-domain-words';

const useStyles = makeStyles({
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '4px 0 8px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: {
    display: 'grid',
    gridTemplateColumns: '40px 1fr auto',
    columnGap: '8px',
    alignItems: 'baseline',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  at: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  name: { overflowWrap: 'anywhere' },
  why: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** More lines than these are counted and not drawn; those that can't be read come first then. */
const SHOWN = 300;

const COLORS = {
  added: 'success',
  changed: 'warning',
  same: 'subtle',
  repeated: 'informative',
  unreadable: 'danger',
} as const satisfies Record<PlannedDomain['result'], string>;

/** Line by line, what saving would do. */
export function PlanPreview({ plan }: Readonly<{ plan: readonly PlannedDomain[] }>) {
  const styles = useStyles();
  const t = useTranslations('domains.several');
  const why = useWhy();
  const count = (...results: PlannedDomain['result'][]) =>
    plan.filter(({ result }) => results.includes(result)).length;
  const isWrong = ({ result }: PlannedDomain) => result === 'unreadable' || result === 'repeated';
  const ordered =
    plan.length > SHOWN ? [...plan.filter(isWrong), ...plan.filter((one) => !isWrong(one))] : plan;
  return (
    <section>
      <h3 className={styles.title}>{t('preview')}</h3>
      <p role="status" className={styles.text}>
        {plan.length === 0
          ? t('waiting')
          : t('summary', {
              added: count('added'),
              changed: count('changed'),
              same: count('same'),
              skipped: count('repeated', 'unreadable'),
            })}
      </p>
      <ul className={styles.list} aria-label={t('preview')}>
        {ordered.slice(0, SHOWN).map((one) => (
          <li key={one.at} className={styles.row}>
            <span className={styles.at} title={t('line')}>
              {one.at}
            </span>
            <span className={styles.name}>
              {'accepted' in one ? one.accepted.domain : one.text}
              <span className={styles.why}>{why(one)}</span>
            </span>
            <Badge appearance="tint" color={COLORS[one.result]}>
              {t(`result.${one.result}`)}
            </Badge>
          </li>
        ))}
      </ul>
      {plan.length > SHOWN && <p className={styles.text}>{t('more', { count: plan.length - SHOWN })}</p>}
    </section>
  );
}

/** What a line's domain is, becomes, or why it counts for nothing. */
function useWhy(): (one: PlannedDomain) => string {
  const t = useTranslations('domains.several');
  const wordsOf = useFindingText();
  const kind = useDomainWords();
  return (one) => {
    if (one.result === 'unreadable') return wordsOf(one.finding);
    if (one.result === 'repeated') return t('repeatedWhy');
    if (one.result === 'changed')
      return t('becomes', { before: kind(one.before), after: kind(one.accepted) });
    return kind(one.accepted);
  };
}
