'use client';
import { Badge, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { RunRow } from '@/lib/operations/list-validation-runs';
import { ValidationOutcomeBadge } from './outcome-badge';

const useStyles = makeStyles({
  open: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', whiteSpace: 'nowrap' },
  word: { color: tokens.colorNeutralForeground2 },
});

/** How a run ended, or that it is still under way. */
export function StandingBadge({ standing }: Pick<RunRow, 'standing'>) {
  const styles = useStyles();
  const t = useTranslations('runs.standing');
  if (standing === 'open') {
    return (
      <span className={styles.open}>
        <Spinner size="extra-tiny" aria-hidden />
        <span className={styles.word}>{t('open')}</span>
      </span>
    );
  }
  if (standing === 'cancelled') {
    return (
      <Badge appearance="outline" color="informative">
        {t('cancelled')}
      </Badge>
    );
  }
  return <ValidationOutcomeBadge outcome={standing} />;
}
