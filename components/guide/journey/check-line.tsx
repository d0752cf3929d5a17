'use client';
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CheckProgress } from './use-guide-checks';

const useStyles = makeStyles({
  // As high while a check goes on as when it rests.
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    minHeight: '28px',
    margin: '8px 0 0',
    color: tokens.colorNeutralForeground2,
  },
});

type CheckLineProps = Readonly<{
  progress: CheckProgress | undefined;
  /** Validations that wait or run. */
  running: number;
  checkedAt: string | undefined;
  nextAt: number | undefined;
}>;

/** When the console last looked, when it looks again, and how far it is. */
export function CheckLine({ progress, running, checkedAt, nextAt }: CheckLineProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.checks');
  const format = useFormatter();
  const busy = progress
    ? t('progress', { done: progress.done, total: progress.total })
    : running > 0
      ? t('running', { count: running })
      : undefined;
  return (
    <div className={styles.line}>
      <span role="status">{busy && <Spinner size="tiny" label={busy} labelPosition="after" />}</span>
      {!busy && (
        <span>
          {checkedAt
            ? t.rich('checkedAt', { time: () => <RelativeTime at={new Date(checkedAt)} /> })
            : t('never')}{' '}
          {nextAt !== undefined && t('again', { time: format.dateTime(new Date(nextAt), 'clock') })}
        </span>
      )}
    </div>
  );
}
