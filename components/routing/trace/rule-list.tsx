'use client';
import { Link } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { rulePath } from '@/components/setup/setup-paths';
import { useFoldStyles } from '@/components/ui/fold-styles';
import type { TraceGroup } from '@/lib/mailflow/trace-groups';
import { useRouteWords } from '../route-words';
import { useListStyles } from './beaten-list';

/** The transport rules in the order in which they were asked, and what each made of the message. */
export function RuleList({ group: { trace, moreRules } }: Readonly<{ group: TraceGroup }>) {
  const styles = useListStyles();
  const folds = useFoldStyles();
  const t = useTranslations('trace.answer');
  const words = useRouteWords();
  const { rules } = trace;
  if (rules.length === 0) return null;
  return (
    <details className={`${folds.fold} ${styles.fold}`}>
      <summary className={folds.summary}>{t('rules', { count: rules.length + moreRules })}</summary>
      <ol className={styles.list}>
        {rules.map((one) => (
          <li key={one.rule.id}>
            <Link href={rulePath(one.rule.id)}>{one.rule.name}</Link>{' '}
            <span className={styles.words}>{words.rule(one)}</span>
          </li>
        ))}
      </ol>
      {moreRules > 0 && <div className={styles.more}>{t('moreRules', { count: moreRules })}</div>}
    </details>
  );
}
