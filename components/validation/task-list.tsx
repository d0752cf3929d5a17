'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import { StateIcon } from './state-icon';
import { taskKey } from './task-key';
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
  group: { '& + &': { marginTop: '16px' } },
  domain: {
    margin: '0 0 4px',
    padding: '0 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
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
  /** A task's key. */
  chosen: string;
  onChoose: (key: string) => void;
}>;

/**
 * EAC's task list: what is tried, and how each went; domain by domain where MX records of several decide. One is chosen,
 * its details stand beside it.
 */
export function TaskList({ tasks, hostCount, chosen, onChoose }: TaskListProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const nameOf = useTaskName(hostCount);
  const stateOf = ({ state, preference }: LiveTask): string =>
    preference === undefined
      ? t(`state.${state}`)
      : t('task.preference', { state: t(`state.${state}`), preference });
  const domains = [...new Set(tasks.map(({ domain }) => domain))];
  return domains.map((domain) => (
    <section key={domain ?? ''} className={styles.group}>
      {domains.length > 1 && <h3 className={styles.domain}>{domain}</h3>}
      <ul className={styles.list} aria-label={domains.length > 1 ? domain : t('tasks')}>
        {tasks
          .filter((task) => task.domain === domain)
          .map((task) => {
            const key = taskKey(task);
            return (
              <li key={key}>
                <button
                  type="button"
                  aria-current={key === chosen}
                  onClick={() => onChoose(key)}
                  className={mergeClasses(styles.task, key === chosen && styles.chosen)}
                >
                  <StateIcon state={task.state} />
                  <span>
                    <span className={mergeClasses(styles.name, key === chosen && styles.chosenName)}>
                      {nameOf(task)}
                    </span>
                    <span className={styles.state}>{stateOf(task)}</span>
                  </span>
                </button>
              </li>
            );
          })}
      </ul>
    </section>
  ));
}
