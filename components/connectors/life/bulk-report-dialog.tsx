'use client';
import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissCircleFilled, SubtractCircleRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { ModalDialog } from '@/components/ui/modal-dialog';
import type { LifeCommand } from './life-command';
import type { ItemResult } from './run-command';

const useStyles = makeStyles({
  progress: { margin: '8px 0 12px' },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  what: { color: tokens.colorNeutralForeground2 },
});

type BulkReportDialogProps = Readonly<{
  command: LifeCommand;
  total: number;
  results: readonly ItemResult[];
  running: boolean;
  onRetry: (failed: readonly string[]) => void;
  onClose: () => void;
}>;

/** How a command to many goes, and what came of each; stays until it is closed. */
export default function BulkReportDialog(props: BulkReportDialogProps) {
  const { command, total, results, running, onRetry, onClose } = props;
  const styles = useStyles();
  const t = useTranslations('life');
  const done = results.filter(({ ok }) => ok).length;
  const failed = results.filter((result) => !result.ok);
  const again = failed.flatMap(({ id, why }) => (FINAL.has(why) ? [] : [id]));
  // What went wrong is what somebody has to do something about.
  const sorted = [...failed, ...results.filter(({ ok }) => ok)];
  return (
    <ModalDialog
      kind="alert"
      title={t(`run.${running ? 'title' : 'report'}.${command}`, { done, total })}
      onClose={() => !running && onClose()}
      actions={
        <>
          {!running && again.length > 0 && (
            <Button onClick={() => onRetry(again)}>{t('run.retry', { count: again.length })}</Button>
          )}
          <Button appearance="primary" disabledFocusable={running} onClick={onClose}>
            {t('run.close')}
          </Button>
        </>
      }
    >
      {running && (
        <div className={styles.progress}>
          <ProgressBar value={results.length} max={total} aria-label={t(`run.title.${command}`, { total })} />
          <p role="status">{t('run.progress', { done: results.length, total })}</p>
        </div>
      )}
      <ul className={styles.list} aria-label={t('run.items')}>
        {sorted.map((result) => (
          <li key={result.id} className={styles.item}>
            <ResultIcon result={result} />
            <div>
              {result.name}
              <div className={styles.what}>
                {result.ok ? t(`run.item.${command}`) : t(`why.${result.why}`)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}

function ResultIcon({ result }: Readonly<{ result: ItemResult }>) {
  const styles = useStyles();
  const className = (tone: string) => mergeClasses(styles.icon, tone);
  if (result.ok) return <CheckmarkCircleFilled className={className(styles.good)} aria-hidden />;
  // Nothing went wrong: there was nothing to do.
  if (result.why === 'notValidatable' || result.why === 'nothingChanged') {
    return <SubtractCircleRegular className={className(styles.quiet)} aria-hidden />;
  }
  return <DismissCircleFilled className={className(styles.bad)} aria-hidden />;
}

/** Trying again changes nothing. */
const FINAL: ReadonlySet<string> = new Set([
  'notFound',
  'notDeleted',
  'nothingChanged',
  'notValidatable',
  'nameTaken',
]);
