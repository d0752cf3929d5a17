'use client';
import { MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { useFoldStyles } from '@/components/ui/fold-styles';
import type { Script } from '@/lib/exchange/script';

const ScriptPanel = lazy(() => import('./script-panel'));

const useStyles = makeStyles({
  content: { paddingTop: '8px' },
  flat: { borderTopStyle: 'none', paddingTop: '0' },
});

type ScriptFoldProps = Readonly<{
  summary: string;
  /** Brings what writes the script, and writes it: nothing of it is loaded before somebody opens the fold. */
  make: () => Promise<Script>;
  /** Without a rule above it. */
  flat?: boolean;
}>;

/** A script for whoever wants it, closed at first. */
export function ScriptFold({ summary, make, flat = false }: ScriptFoldProps) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const t = useTranslations('exchange.script');
  const [script, setScript] = useState<Script | 'failed'>();
  const asked = useRef(false);
  const open = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      setScript(await make());
    } catch {
      asked.current = false;
      setScript('failed');
    }
  };
  return (
    <details
      className={flat ? styles.flat : fold.fold}
      onToggle={({ currentTarget }) => currentTarget.open && void open()}
    >
      <summary className={fold.summary}>{summary}</summary>
      <div className={styles.content}>
        {script === 'failed' && (
          <MessageBar intent="error">
            <MessageBarBody role="alert">{t('failed')}</MessageBarBody>
          </MessageBar>
        )}
        {script === undefined && <Spinner size="tiny" label={t('writing')} labelPosition="after" />}
        {script && script !== 'failed' && (
          <Suspense fallback={<Spinner size="tiny" label={t('writing')} labelPosition="after" />}>
            <ScriptPanel label={summary} script={script} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
