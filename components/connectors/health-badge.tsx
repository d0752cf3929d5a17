'use client';
import { Badge, type BadgeProps, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ConnectorHealth } from '@/lib/mailflow/health';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', flexWrap: 'wrap' },
  badge: { whiteSpace: 'nowrap', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

const LOOKS: Readonly<
  Record<Exclude<ConnectorHealth, 'notApplicable'>, Pick<BadgeProps, 'color' | 'appearance'>>
> = {
  passed: { color: 'success', appearance: 'tint' },
  failed: { color: 'danger', appearance: 'tint' },
  inconclusive: { color: 'warning', appearance: 'tint' },
  stale: { color: 'informative', appearance: 'tint' },
  never: { color: 'informative', appearance: 'outline' },
};

type HealthBadgeProps = Readonly<{
  health: ConnectorHealth;
  lastValidatedAt?: Date | undefined;
  /** True while a validation is under way that will change it. */
  validating?: boolean;
}>;

/** What the last validation says, and how long ago it was. */
export function HealthBadge({ health, lastValidatedAt, validating = false }: HealthBadgeProps) {
  const styles = useStyles();
  const t = useTranslations('connectors');
  const life = useTranslations('life');
  if (health === 'notApplicable') {
    return (
      <span className={styles.quiet} title={t('healthHint.notApplicable')}>
        {t('health.notApplicable')}
      </span>
    );
  }
  if (validating) {
    return (
      <span className={styles.line}>
        <Spinner size="extra-tiny" aria-hidden />
        <span className={styles.quiet}>{life('validating')}</span>
      </span>
    );
  }
  return (
    <span className={styles.line}>
      <Badge {...LOOKS[health]} className={styles.badge} title={t(`healthHint.${health}`)}>
        {t(`health.${health}`)}
      </Badge>
      {lastValidatedAt && (
        <span className={styles.quiet}>
          <RelativeTime at={lastValidatedAt} />
        </span>
      )}
    </span>
  );
}
