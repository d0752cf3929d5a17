'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0, forcedColorAdjust: 'none' },
  good: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningForeground3 },
  bad: { backgroundColor: tokens.colorStatusDangerForeground1 },
  busy: { backgroundColor: tokens.colorBrandBackground },
  // A ring: told apart from the others by form too.
  off: { boxSizing: 'border-box', border: `2px solid ${tokens.colorNeutralForeground3}` },
});

/** How something is doing; `off` is neither well nor ill. */
export type StatusTone = 'good' | 'warning' | 'bad' | 'busy' | 'off';

/** A state as a dot and a word, never colour alone. */
export function StatusDot({ tone, text }: Readonly<{ tone: StatusTone; text: string }>) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span className={mergeClasses(styles.dot, styles[tone])} aria-hidden />
      {text}
    </span>
  );
}
