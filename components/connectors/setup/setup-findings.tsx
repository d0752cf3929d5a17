'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useFoldStyles } from '@/components/ui/fold-styles';
import type { Role } from '@/lib/auth/permissions';
import type { SetupReview } from '@/lib/operations/setup-findings';
import { FindingList } from './finding-list';
import { mayFix } from './may-fix';

const useStyles = makeStyles({
  place: { margin: '8px 0' },
  counts: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

/** Above the list: how many findings there are about the whole set-up, and on demand which. */
export function SetupFindings({ review, role }: Readonly<{ review: SetupReview; role: Role }>) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const t = useTranslations('setupReview');
  const { error, warning, info } = review.counts;
  const count = error + warning + info;
  if (count === 0) return null;
  const summary = t('summary', { count });
  const parts = [
    error > 0 && t('errors', { count: error }),
    warning > 0 && t('warnings', { count: warning }),
    info > 0 && t('notes', { count: info }),
  ].filter((part) => part !== false);
  return (
    <details className={styles.place}>
      <summary className={fold.summary}>
        {summary} <span className={styles.counts}>({parts.join(', ')})</span>
      </summary>
      <FindingList
        findings={review.findings}
        more={count - review.findings.length}
        label={summary}
        canFix={(fix) => mayFix(role, fix)}
      />
    </details>
  );
}
