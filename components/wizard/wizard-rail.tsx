'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, WarningFilled } from '@fluentui/react-icons';

/** `problem`: a step already seen that needs attention. */
export type StepState = 'done' | 'current' | 'todo' | 'problem';
export type RailStep = Readonly<{ id: string; label: string; state: StepState; reachable: boolean }>;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  item: {
    position: 'relative',
    paddingBottom: '8px',
    // The line from one circle to the next.
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      left: '19px',
      top: '34px',
      bottom: '-6px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
  },
  step: {
    display: 'flex',
    // A name of two lines leaves its circle where the line from the one before ends.
    alignItems: 'flex-start',
    columnGap: '12px',
    width: '100%',
    minHeight: '36px',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textAlign: 'left',
    ':enabled': { cursor: 'pointer' },
    ':enabled:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  circle: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: '12px',
  },
  circleCurrent: {
    border: `6px solid ${tokens.colorCompoundBrandStroke}`,
  },
  circleDone: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  circleProblem: {
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
    color: tokens.colorPaletteMarigoldForeground2,
    fontSize: '20px',
  },
  name: { paddingTop: '1px' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type WizardRailProps = Readonly<{
  steps: readonly RailStep[];
  label: string;
  stateWords: Readonly<Record<StepState, string>>;
  onGo: (id: string) => void;
}>;

/** The steps as circles on a line; a step that was visited can be gone to. */
export function WizardRail({ steps, label, stateWords, onGo }: WizardRailProps) {
  const styles = useStyles();
  const circleOf = { done: styles.circleDone, current: styles.circleCurrent, problem: styles.circleProblem };
  return (
    <nav aria-label={label}>
      <ol className={styles.list}>
        {steps.map(({ id, label: name, state, reachable }) => (
          <li key={id} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.step, state === 'current' && styles.current)}
              disabled={!reachable}
              {...(state === 'current' && { 'aria-current': 'step' as const })}
              onClick={() => onGo(id)}
            >
              <span
                className={mergeClasses(styles.circle, state !== 'todo' && circleOf[state])}
                aria-hidden="true"
              >
                {state === 'done' && <CheckmarkRegular />}
                {state === 'problem' && <WarningFilled />}
              </span>
              <span className={styles.name}>
                {name}
                <span className={styles.unseen}>, {stateWords[state]}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
