'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { FindingList } from '@/components/validation/finding-list';
import { StateIcon } from '@/components/validation/state-icon';
import { taskKey } from '@/components/validation/task-key';
import { useTaskName } from '@/components/validation/validation-words';
import type { ConnectorDossier } from '@/lib/operations/connector-dossier';
import { findingsOf } from './report-facts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: '12px', '& p': { margin: '0' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  outcome: { fontWeight: tokens.fontWeightSemibold },
  tasks: { listStyleType: 'none', margin: '0', padding: '0' },
  task: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '6px 0',
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
  },
});

/** What the last validation tried, how each went, and what to do. */
export function ReportValidation({ dossier }: Readonly<{ dossier: ConnectorDossier }>) {
  const styles = useStyles();
  const t = useTranslations('report');
  const words = useTranslations('validation');
  const format = useFormatter();
  const { report, run } = dossier;
  const nameOf = useTaskName(run?.plan.hosts.length ?? 0);
  if (!run) return <p>{t('never')}</p>;
  const findings = findingsOf(dossier);
  const date = format.dateTime(new Date(run.finishedAt ?? run.requestedAt), 'short');
  return (
    <div className={styles.part}>
      <div>
        <p className={styles.outcome}>{words(`summary.${run.outcome ?? 'cancelled'}`)}</p>
        <p className={styles.quiet} suppressHydrationWarning>
          {t('validationBy', { name: run.requestedByName, date })}
        </p>
        {report.health === 'stale' && <p>{t('stale')}</p>}
      </div>
      <ul className={styles.tasks} aria-label={words('tasks')}>
        {run.tasks.map((task) => (
          <li key={taskKey(task)} className={styles.task}>
            <StateIcon state={task.state} />
            {nameOf(task)}
            <span className={styles.quiet}>{words(`state.${task.state}`)}</span>
          </li>
        ))}
      </ul>
      {findings.length > 0 ? <FindingList findings={findings} /> : <p>{t('noFindings')}</p>}
    </div>
  );
}
