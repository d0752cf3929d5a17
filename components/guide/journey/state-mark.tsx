'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  type FluentIcon,
  PersonAvailableFilled,
  QuestionCircleFilled,
  SubtractCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import type { EvidenceLevel, GuideState } from '@/lib/mailflow/guide/step-state';

const useStyles = makeStyles({
  icon: { flexShrink: 0, width: '1em', height: '1em', fontSize: '20px' },
  small: { fontSize: '16px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  open: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Tone = 'good' | 'open' | 'bad' | 'quiet';

const STATES: Readonly<Record<GuideState, readonly [FluentIcon, Tone]>> = {
  done: [CheckmarkCircleFilled, 'good'],
  confirmed: [PersonAvailableFilled, 'good'],
  failing: [DismissCircleFilled, 'bad'],
  warning: [WarningFilled, 'open'],
  toDo: [CircleRegular, 'quiet'],
  couldNotCheck: [QuestionCircleFilled, 'open'],
  notApplicable: [SubtractCircleRegular, 'quiet'],
};

const LEVELS: Readonly<Record<EvidenceLevel, readonly [FluentIcon, Tone]>> = {
  good: STATES.done,
  info: STATES.toDo,
  warning: STATES.warning,
  bad: STATES.failing,
  unknown: STATES.couldNotCheck,
};

/** How a step stands, as a form and a colour. Says nothing to screen readers: the word stands beside it. */
export function StateMark({ state, small = false }: Readonly<{ state: GuideState; small?: boolean }>) {
  return <Mark look={STATES[state]} small={small} />;
}

/** How a piece of evidence weighs. */
export const LevelMark = ({ level }: Readonly<{ level: EvidenceLevel }>) => (
  <Mark look={LEVELS[level]} small />
);

function Mark({
  look: [Icon, tone],
  small,
}: Readonly<{ look: readonly [FluentIcon, Tone]; small: boolean }>) {
  const styles = useStyles();
  return <Icon aria-hidden className={mergeClasses(styles.icon, small && styles.small, styles[tone])} />;
}
