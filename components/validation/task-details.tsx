'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { TlsFacts } from '@/lib/mailflow/observation';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import { CertificateCard } from './certificate-card';
import { ExchangerList } from './exchanger-list';
import { FindingList } from './finding-list';
import { MessageFacts } from './message-facts';
import { transcriptFilePath } from './run-paths';
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
  // Sentences come when they are final, gravest first, and stay in their place.
  const isDone = task.state !== 'running' && task.state !== 'waiting';
  const addresses = [...new Set(run.stages.map(({ address }) => address))];
  const servers = task.kind === 'mailServers' ? [] : (task.servers ?? [task.host]);
  const transcripts = run.transcripts
    .map((transcript, index) => ({ transcript, connection: index + 1 }))
    .filter(({ transcript }) => servers.includes(transcript.host))
    .sort((a, b) => addresses.indexOf(a.transcript.address) - addresses.indexOf(b.transcript.address));
  const certificates = task.kind === 'connectivity' ? certificatesOf(task.host, run) : [];
  return (
    <div className={styles.details}>
      <h3 className={styles.title}>{nameOf(task)}</h3>
      <StageWaterfall
        groups={stageGroups(task, run.stages)}
        elapsedMs={elapsedMs}
        findings={task.findings}
        isOver={isOver}
      />
      {task.kind === 'testEmail' && <MessageFacts sent={sentOf(task.recipient, servers, run)} />}
      {task.kind === 'mailServers' && <ExchangerList domain={task.host} run={run} />}
      {isDone && task.findings.length > 0 && <FindingList findings={task.findings} />}
      {isDone &&
        task.kind === 'connectivity' &&
        task.domain !== undefined &&
        task.findings.some(isTrouble) && (
          <p className={styles.quiet}>{t('passOn', { domain: task.domain })}</p>
        )}
      {task.state === 'succeeded' && task.findings.length === 0 && (
        <p className={styles.quiet}>{t('nothingFound')}</p>
      )}
      {certificates.map(({ tls, address }) => (
        <CertificateCard
          key={tls.certificates[0]?.fingerprint256 ?? ''}
          tls={tls}
          host={task.host}
          policy={run.plan.tls}
          address={certificates.length > 1 ? address : undefined}
          at={new Date(run.finishedAt ?? run.startedAt ?? run.requestedAt)}
        />
      ))}
      {transcripts.map(({ transcript, connection }) => (
        <TranscriptPanel
          key={connection}
          transcript={transcript}
          href={transcriptFilePath(run.id, connection)}
          withHost={task.servers !== undefined}
        />
      ))}
    </div>
  );
}

const isTrouble = ({ severity }: VerdictFinding): boolean => severity !== 'info';

/** Where the message went out to `recipient`. */
const sentOf = (recipient: string | undefined, servers: readonly string[], { stages }: ValidationRunView) =>
  stages.filter(
    (row) => row.message && !row.failure && row.recipient === recipient && servers.includes(row.host),
  );

/** Each certificate once, however many addresses show it. */
function certificatesOf(
  host: string,
  { stages }: ValidationRunView,
): Readonly<{ tls: TlsFacts; address: string | undefined }>[] {
  const met = stages.flatMap(({ host: at, tls, address }) => (at === host && tls ? [{ tls, address }] : []));
  return [...new Map(met.map((each) => [each.tls.certificates[0]?.fingerprint256, each])).values()];
}
