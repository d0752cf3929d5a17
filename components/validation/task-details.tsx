'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { TlsFacts } from '@/lib/mailflow/observation';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import { CertificateCard } from './certificate-card';
import { FindingList } from './finding-list';
import { stageGroups } from './stage-groups';
import { StageWaterfall } from './stage-waterfall';
import { TranscriptPanel } from './transcript-panel';
import { isOpen, type ValidationRunView } from './validation-query';
import { useTaskName } from './validation-words';

const useStyles = makeStyles({
  details: { display: 'grid', rowGap: '20px', minWidth: '0', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: '0', color: tokens.colorNeutralForeground2 },
});

type TaskDetailsProps = Readonly<{ task: LiveTask; run: ValidationRunView; elapsedMs: number }>;

/** The chosen task: its stages in time, the certificates it met, what that means, and the dialogue itself. */
export function TaskDetails({ task, run, elapsedMs }: TaskDetailsProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const nameOf = useTaskName(run.plan.hosts.length);
  const isOver = !isOpen(run);
  const transcripts = run.transcripts.filter(({ host }) => host === task.host);
  const certificates = task.kind === 'connectivity' ? certificatesOf(task.host, run) : [];
  return (
    <div className={styles.details}>
      <h3 className={styles.title}>{nameOf(task)}</h3>
      <StageWaterfall groups={stageGroups(task, run.stages)} elapsedMs={elapsedMs} isOver={isOver} />
      {certificates.map((tls) => (
        <CertificateCard
          key={tls.certificates[0]?.fingerprint256 ?? ''}
          tls={tls}
          at={new Date(run.finishedAt ?? run.startedAt ?? run.requestedAt)}
        />
      ))}
      {task.findings.length > 0 && <FindingList findings={task.findings} />}
      {task.state === 'succeeded' && task.findings.length === 0 && (
        <p className={styles.quiet}>{t('nothingFound')}</p>
      )}
      {transcripts.map((transcript, index) => (
        // A second connection to the same address has a transcript of its own.
        // biome-ignore lint/suspicious/noArrayIndexKey: transcripts are only ever added behind the others.
        <TranscriptPanel key={index} transcript={transcript} />
      ))}
    </div>
  );
}

/** Each certificate once, however many addresses show it. */
function certificatesOf(host: string, { stages }: ValidationRunView): TlsFacts[] {
  const met = stages.flatMap((row) => (row.host === host && row.tls ? [row.tls] : []));
  return [...new Map(met.map((tls) => [tls.certificates[0]?.fingerprint256, tls])).values()];
}
