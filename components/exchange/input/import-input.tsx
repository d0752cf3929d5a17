'use client';
import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { EXCHANGE_FILE_MAX_BYTES } from '@/lib/exchange/exchange-file';
import { ImportStanding } from './import-standing';
import { useImport } from './use-import';

const useStyles = makeStyles({
  input: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', alignContent: 'start' },
  drop: {
    display: 'grid',
    justifyItems: 'center',
    rowGap: '10px',
    padding: '28px 16px',
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  picture: { fontSize: '32px', color: tokens.colorBrandForeground1, lineHeight: '1' },
  text: { margin: '0' },
  hint: { margin: '0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  file: { display: 'none' },
  box: { fontFamily: tokens.fontFamilyMonospace, minHeight: '120px' },
});

const MEGABYTE = 1024 * 1024;
/** Longer texts never go into the box, which would hold up the page: they are taken as a file is. */
const BOX_MAX = 100_000;

/** Where a file comes in: dropped, chosen or pasted. `reason` says why this person may not. */
export function ImportInput({ reason }: Readonly<{ reason: string | undefined }>) {
  const styles = useStyles();
  const t = useTranslations('exchange.input');
  const format = useFormatter();
  const { given, standing, send, again, clear } = useImport();
  const [isOver, setOver] = useState(false);
  const [isEmpty, setEmpty] = useState(true);
  const picker = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const busy = standing.state === 'sending';

  const takeFile = (file: File | undefined) => file && void send({ name: file.name, body: file });
  const takeText = (text: string) => void send({ name: t('pastedName'), body: new Blob([text]) });
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (reason === undefined && !busy) takeFile(event.dataTransfer.files[0]);
  };
  const pasted = (event: ClipboardEvent) => {
    const file = event.clipboardData.files[0];
    const text = event.clipboardData.getData('text');
    if (!file && text.length <= BOX_MAX) return;
    event.preventDefault();
    if (file) takeFile(file);
    else takeText(text);
  };
  return (
    <section aria-label={t('label')} className={styles.input}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside. */}
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(reason === undefined);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <DocumentArrowUpRegular className={styles.picture} aria-hidden />
        <p className={styles.text}>{t('drop')}</p>
        <DisabledReason reason={reason}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => picker.current?.click()}>
            {t('choose')}
          </Button>
        </DisabledReason>
        <p className={styles.hint}>
          {reason ?? t('limits', { max: format.number(EXCHANGE_FILE_MAX_BYTES / MEGABYTE) })}
        </p>
        <input
          ref={picker}
          type="file"
          accept=".json,.txt,application/json,text/plain"
          aria-label={t('choose')}
          tabIndex={-1}
          disabled={reason !== undefined}
          className={styles.file}
          onChange={({ target }) => {
            takeFile(target.files?.[0]);
            // So that the same file can be chosen again after it was put right.
            target.value = '';
          }}
        />
      </div>
      <ImportStanding given={given} standing={standing} onAgain={again} onClear={clear} />
      {reason === undefined && (
        <>
          <Field label={t('paste')} hint={t('pasteHint')}>
            <Textarea
              resize="vertical"
              spellCheck={false}
              textarea={{ ref: box, className: styles.box, onPaste: pasted }}
              onChange={(_, { value }) => setEmpty(value.trim() === '')}
            />
          </Field>
          <div>
            <Button disabledFocusable={busy || isEmpty} onClick={() => takeText(box.current?.value ?? '')}>
              {t('read')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
