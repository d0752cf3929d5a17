'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { StateIcon } from './state-icon';
import { isOpen, type ValidationRunView } from './validation-query';
import { planRoute, useDuration, useRunRetryWords } from './validation-words';

const useStyles = makeStyles({
  summary: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr) auto',
    columnGap: '16px',
    alignItems: 'start',
    minHeight: '64px',
    '@media (max-width: 640px)': { gridTemplateColumns: '32px minmax(0, 1fr)', rowGap: '8px' },
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: '32px',
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0', maxWidth: '80ch' },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '16px',
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  cancel: { '@media print': { display: 'none' }, '@media (max-width: 640px)': { gridColumn: '2' } },
});

const ICONS = { passed: 'succeeded', failed: 'failed', inconclusive: 'inconclusive' } as const;

type RunSummaryProps = Readonly<{
  run: ValidationRunView;
  elapsedMs: number;
  onCancel?: (() => void) | undefined;
}>;

/** The run in one line: how it went or goes, what that means, who asked, how long it took. */
export function RunSummary({ run, elapsedMs, onCancel }: RunSummaryProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const duration = useDuration();
  const retryWords = useRunRetryWords();
  const { state, outcome } = run;
  const shown = outcome ?? (state === 'finished' ? 'inconclusive' : state);
  const icon = outcome
    ? ICONS[outcome]
    : ({ queued: 'waiting', running: 'running' }[state as 'queued'] ?? 'notRun');
  return (
    <div className={styles.summary}>
      <StateIcon large state={icon as 'running'} />
      <div>
        <h2 className={styles.title}>{t(`summary.${shown}`)}</h2>
        <p className={styles.text}>
          {t(`summaryText.${shown}`, { ...planRoute(run.plan), when: retryWords(run.tasks) })}
        </p>
        <p className={styles.meta}>
          <span>{t('by', { name: run.requestedByName })}</span>
          <RelativeTime at={new Date(run.requestedAt)} />
          {run.startedAt !== undefined && (
            <span>{t(isOpen(run) ? 'takes' : 'took', { duration: duration(elapsedMs) })}</span>
          )}
        </p>
      </div>
      {onCancel && isOpen(run) && (
        <Button className={styles.cancel} disabledFocusable={run.cancelRequested} onClick={onCancel}>
          {t(run.cancelRequested ? 'cancelling' : 'cancel')}
        </Button>
      )}
    </div>
  );
}
