'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import { StateIcon } from './state-icon';
import { useTaskName } from './validation-words';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
  },
  task: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '12px',
    alignItems: 'start',
    width: '100%',
    padding: '10px 12px',
    border: 'none',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '@media print': { borderLeftColor: 'transparent' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
    borderTopLeftRadius: '0',
    borderBottomLeftRadius: '0',
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    '@media print': { backgroundColor: 'transparent', borderLeftColor: 'transparent' },
  },
  name: { display: 'block', overflowWrap: 'anywhere' },
  chosenName: { fontWeight: tokens.fontWeightSemibold },
  state: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type TaskListProps = Readonly<{
  tasks: readonly LiveTask[];
  hostCount: number;
  chosen: number;
  onChoose: (index: number) => void;
}>;

/** EAC's task list: what is tried, and how each went. One is chosen, its details stand beside it. */
export function TaskList({ tasks, hostCount, chosen, onChoose }: TaskListProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const nameOf = useTaskName(hostCount);
  return (
    <ul className={styles.list} aria-label={t('tasks')}>
      {tasks.map((task, index) => (
        <li key={nameOf(task)}>
          <button
            type="button"
            aria-current={index === chosen}
            onClick={() => onChoose(index)}
            className={mergeClasses(styles.task, index === chosen && styles.chosen)}
          >
            <StateIcon state={task.state} />
            <span>
              <span className={mergeClasses(styles.name, index === chosen && styles.chosenName)}>
                {nameOf(task)}
              </span>
              <span className={styles.state}>{t(`state.${task.state}`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
