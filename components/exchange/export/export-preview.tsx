'use client';
import { MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { ChoiceSwitch } from '@/components/ui/choice-switch';
import { CodeView } from '@/components/ui/code-view';
import { CopyButton } from '@/components/ui/copy-button';
import { DownloadLink } from '@/components/ui/download-link';
import type { ExportQuestion } from '@/lib/operations/export-query';
import { exportFilePath } from '../exchange-paths';
import { ScriptNotes } from '../script-notes';
import type { Preview } from './preview';

const useStyles = makeStyles({
  preview: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    rowGap: '12px',
    transitionProperty: 'opacity',
    transitionDuration: tokens.durationFaster,
  },
  waiting: { opacity: 0.6 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    minHeight: '32px',
  },
  name: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  cut: { margin: '0', color: tokens.colorNeutralForeground2 },
  view: { maxHeight: '70vh' },
});

type ExportPreviewProps = Readonly<{
  question: ExportQuestion;
  preview: Preview;
  /** True while another one is on its way. */
  waiting: boolean;
  onChange: (change: Partial<ExportQuestion>) => void;
}>;

/** The file before it goes out: what to know, the text, copy and download, and the way back. */
export function ExportPreview({ question, preview, waiting, onChange }: ExportPreviewProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.export');
  const format = useFormatter();
  const { fileName, lines, lineCount, warnings } = preview;
  const href = exportFilePath(question);
  return (
    <section
      aria-label={t('preview')}
      aria-busy={waiting}
      className={mergeClasses(styles.preview, waiting && styles.waiting)}
    >
      <div className={styles.head}>
        <h2 className={styles.name}>{fileName}</h2>
        <div className={styles.tools}>
          {question.form === 'change' && (
            <ChoiceSwitch
              label={t('way.label')}
              choices={[
                { value: 'there', words: t('way.there') },
                { value: 'back', words: t('way.back') },
              ]}
              chosen={question.reverse ? 'back' : 'there'}
              onChoose={(way) => onChange({ reverse: way === 'back' })}
            />
          )}
          <CopyButton size="small" label={t('copy')} text={() => textOf(href)} />
          <DownloadLink href={href}>{t('download')}</DownloadLink>
        </div>
      </div>
      {question.form === 'change' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{question.reverse ? t('way.backText') : t('way.thereText')}</MessageBarBody>
        </MessageBar>
      )}
      <ScriptNotes notes={warnings} />
      <CodeView label={fileName} lines={lines} className={styles.view} />
      {lineCount > lines.length && (
        <p className={styles.cut}>
          {t('cut', { shown: format.number(lines.length), count: format.number(lineCount) })}
        </p>
      )}
    </section>
  );
}

/** The whole file, as it would be saved; without its byte order mark. */
async function textOf(href: string): Promise<string> {
  const answer = await fetch(href, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`The file can’t be had: ${answer.status}`);
  return answer.text();
}
