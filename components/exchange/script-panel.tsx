'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CodeView } from '@/components/ui/code-view';
import { CopyButton } from '@/components/ui/copy-button';
import { saveText } from '@/components/ui/save-file';
import { type Script, scriptFile, scriptText } from '@/lib/exchange/script';
import { ScriptNotes } from './script-notes';

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  tools: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px' },
  view: { maxHeight: '420px' },
});

type ScriptPanelProps = Readonly<{ label: string; script: Script }>;

/** A script that was written in the browser: what to know first, the text, copy and download. Load it late. */
export default function ScriptPanel({ label, script }: ScriptPanelProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.script');
  const text = useMemo(() => scriptText(script), [script]);
  return (
    <div className={styles.panel}>
      <ScriptNotes notes={script.warnings} />
      <div className={styles.tools}>
        <CopyButton size="small" label={t('copy')} text={text} />
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => saveText(script.fileName, scriptFile(script))}
        >
          {t('download')}
        </Button>
      </div>
      <CodeView label={label} lines={script.lines} className={styles.view} />
    </div>
  );
}
