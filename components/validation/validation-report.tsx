'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import { AddressMatrix } from './address-matrix';
import { rowCount, runMatrix } from './matrix-rows';
import { MeasuredBy } from './measured-by';
import { RunAnnouncer } from './run-announcer';
import { RunSummary } from './run-summary';
import { TaskDetails } from './task-details';
import { taskKey } from './task-key';
import { TaskList } from './task-list';
import { TodayNotice } from './today-notice';
import { useElapsed } from './use-elapsed';
import type { ValidationRunView } from './validation-query';

const useStyles = makeStyles({
  // Its own width decides, not the window's: it stands in pages, wizards and panels.
  report: { containerType: 'inline-size', display: 'grid', rowGap: '20px', minWidth: '0' },
  body: {
    display: 'grid',
    gridTemplateColumns: '280px minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '20px',
    alignItems: 'start',
    '@container (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  tasks: {
    paddingRight: '16px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    alignSelf: 'stretch',
    '@media print': { borderRight: 'none' },
    '@container (max-width: 719px)': {
      paddingRight: '0',
      borderRight: 'none',
      paddingBottom: '12px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  details: {
    minWidth: '0',
    outlineStyle: 'none',
    scrollMarginTop: '64px',
    '@media print': { display: 'grid', rowGap: '32px' },
  },
  // On paper every task has its details.
  unchosen: { display: 'none', '@media print': { display: 'block' } },
});

type ValidationReportProps = Readonly<{
  run: ValidationRunView;
  /** Offered while the run is open. */
  onCancel?: (() => void) | undefined;
}>;

/** A validation, live or over: tasks at the left, the chosen one's stages, certificate, findings and transcript beside. */
export function ValidationReport({ run, onCancel }: ValidationReportProps) {
  const styles = useStyles();
  const elapsedMs = useElapsed(run);
  // A choice holds for the run in which it was made.
  const [choice, setChoice] = useState<{ runId: string; key: string }>();
  const chosen = choice?.runId === run.id ? choice.key : mostTelling(run.tasks);
  const details = useRef<HTMLDivElement>(null);
  const matrix = runMatrix(run);
  const choose = (key: string) => setChoice({ runId: run.id, key });
  const open = (key: string) => {
    choose(key);
    details.current?.focus();
  };
  return (
    <div className={styles.report}>
      <RunAnnouncer run={run} />
      <RunSummary run={run} elapsedMs={elapsedMs} onCancel={onCancel} />
      <TodayNotice run={run} />
      {/* Of one address the waterfall below says all. */}
      {rowCount(matrix) > 1 && <AddressMatrix matrix={matrix} onOpen={open} />}
      <div className={styles.body}>
        <div className={styles.tasks}>
          <TaskList tasks={run.tasks} hostCount={run.plan.hosts.length} chosen={chosen} onChoose={choose} />
        </div>
        <div ref={details} tabIndex={-1} className={styles.details}>
          {run.tasks.map((task) => (
            <div key={taskKey(task)} className={taskKey(task) === chosen ? '' : styles.unchosen}>
              <TaskDetails task={task} run={run} elapsedMs={elapsedMs} />
            </div>
          ))}
        </div>
      </div>
      <MeasuredBy run={run} />
    </div>
  );
}

/** What a reader wants to see first: what failed, else what is open, else what runs now. */
function mostTelling(tasks: readonly LiveTask[]): string {
  const order = ['failed', 'inconclusive', 'running', 'warned'] as const;
  const firsts = order.flatMap((state) => tasks.find((task) => task.state === state) ?? []);
  const [first = tasks[0]] = firsts;
  return first ? taskKey(first) : '';
}
