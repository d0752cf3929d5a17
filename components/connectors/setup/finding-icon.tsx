'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import type { Severity } from '@/lib/mailflow/finding';

const useStyles = makeStyles({
  place: { display: 'inline-flex', flexShrink: 0, fontSize: '20px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular } as const;

/** How much a finding weighs; `label` says it, or what it stands for. */
export function FindingIcon({ severity, label }: Readonly<{ severity: Severity; label: string }>) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={mergeClasses(styles.place, styles[severity])}
    >
      <Icon aria-hidden />
    </span>
  );
}
