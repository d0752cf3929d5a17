'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ListTrace } from './use-list-trace';

const useStyles = makeStyles({
  running: { display: 'flex', alignItems: 'center', columnGap: '16px', minHeight: '40px' },
  bar: { flexGrow: 1, maxWidth: '420px', height: '6px', accentColor: tokens.colorBrandBackground },
  words: { fontVariantNumeric: 'tabular-nums' },
});

type ListProgressProps = Readonly<{ trace: ListTrace; onCancel: () => void; onGoOn: () => void }>;

/** How far it is, and what stands in the way. */
export function ListProgress({ trace, onCancel, onGoOn }: ListProgressProps) {
  const styles = useStyles();
  const t = useTranslations('traceList');
  const { state, problem, table, done, isMixed } = trace;
  const total = table?.rows.length ?? 0;
  if (problem) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody role="alert">{t(`problem.${problem.code}`, { max: problem.max })}</MessageBarBody>
      </MessageBar>
    );
  }
  if (state === 'reading') return <p role="status">{t('reading')}</p>;
  if (state === 'tracing') {
    return (
      <div className={styles.running}>
        <progress className={styles.bar} max={total} value={done} aria-label={t('label')} />
        <span role="status" className={styles.words}>
          {t('progress', { done, total })}
        </span>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    );
  }
  if (state === 'cancelled' || state === 'failed' || state === 'signedOut') {
    return (
      <MessageBar intent={state === 'cancelled' ? 'warning' : 'error'} layout="multiline">
        <MessageBarBody role="alert">{t(state, { done, total })}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={onGoOn}>{t('goOn')}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (!isMixed) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('changed')}</MessageBarBody>
    </MessageBar>
  );
}
