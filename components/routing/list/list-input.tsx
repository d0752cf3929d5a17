'use client';
import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { type ReadTable, ROWS_MAX, readTableFile, readTableText } from './recipient-table';

const useStyles = makeStyles({
  input: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', maxWidth: '760px' },
  box: { '& textarea': { minHeight: '160px' } },
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '8px',
    padding: '16px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  hint: { margin: '0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  file: { display: 'none' },
});

type ListInputProps = Readonly<{ busy: boolean; onRead: (reading: Promise<ReadTable>) => void }>;

/** Where a list comes in: pasted, or as a file that is chosen or dropped. */
export function ListInput({ busy, onRead }: ListInputProps) {
  const styles = useStyles();
  const t = useTranslations('traceList');
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onRead(readTableFile(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section className={styles.input} aria-label={t('label')}>
      <Field label={t('paste')} hint={t('pasteHint', { max: ROWS_MAX })}>
        <Textarea
          className={styles.box}
          value={text}
          resize="vertical"
          spellCheck={false}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={busy || text.trim() === ''}
          onClick={() => onRead(readTableText(text))}
        >
          {t('start')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside. */}
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          icon={<DocumentArrowUpRegular />}
          disabledFocusable={busy}
          onClick={() => picker.current?.click()}
        >
          {t('choose')}
        </Button>
        <span>{t('drop')}</span>
        <p className={styles.hint}>{t('columns')}</p>
        <input
          ref={picker}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-label={t('choose')}
          tabIndex={-1}
          className={styles.file}
          onChange={(event) => {
            take(event.target.files);
            // The same file can be chosen again after it was put right.
            event.target.value = '';
          }}
        />
      </div>
    </section>
  );
}
