'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  QuestionCircleFilled,
  SubtractCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import type { LiveTask } from '@/lib/mailflow/validation-progress';

const useStyles = makeStyles({
  icon: { display: 'inline-flex', flexShrink: 0, width: '1em', height: '1em', fontSize: '20px' },
  large: { fontSize: '32px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground4 },
  ring: {
    boxSizing: 'border-box',
    width: '1em',
    height: '1em',
    borderRadius: '50%',
    border: `3px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '900ms',
    animationTimingFunction: 'linear',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

type StateIconProps = Readonly<{ state: LiveTask['state']; large?: boolean }>;

/** A tick, a cross, a warning, a question, a ring that turns. Says nothing to screen readers: the word stands beside it. */
export function StateIcon({ state, large = false }: StateIconProps) {
  const styles = useStyles();
  const className = (tone: string) => mergeClasses(styles.icon, large && styles.large, tone);
  if (state === 'running')
    return (
      <span className={className('')} aria-hidden>
        <span className={styles.ring} />
      </span>
    );
  const icons = {
    succeeded: <CheckmarkCircleFilled className={className(styles.good)} />,
    warned: <WarningFilled className={className(styles.open)} />,
    failed: <DismissCircleFilled className={className(styles.bad)} />,
    inconclusive: <QuestionCircleFilled className={className(styles.open)} />,
    notRun: <SubtractCircleRegular className={className(styles.quiet)} />,
    waiting: <CircleRegular className={className(styles.quiet)} />,
  };
  return icons[state];
}
