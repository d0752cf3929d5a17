'use client';
import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular, DocumentTextRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { BOX_MAX, type PastedText } from './use-pasted';

const useStyles = makeStyles({
  input: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    alignContent: 'start',
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '6px' },
  box: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    minHeight: '220px',
  },
  long: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '64px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1, flexShrink: 0 },
  name: { display: 'grid', flexGrow: 1, minWidth: '0' },
  label: { display: 'grid', rowGap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  file: { display: 'none' },
});

type PasteBoxProps = Readonly<{
  given: PastedText;
  label: string;
  hint: string;
  /** Of files, as an input's `accept` has it. */
  accept: string;
  placeholder?: string;
  /** Puts a sample into the box. */
  onExample: () => void;
}>;

/** Where a text comes in: typed, pasted, chosen or dropped as a file. */
export function PasteBox({ given, label, hint, accept, placeholder, onExample }: PasteBoxProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.paste');
  const format = useFormatter();
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const long = useRef<HTMLDivElement>(null);
  const { pasted, type, take, takeFile, clear } = given;
  // The box goes, and the focus would go with it.
  useEffect(() => {
    if (pasted.name !== undefined && document.activeElement === document.body) long.current?.focus();
  }, [pasted.name]);
  const files = (list: FileList | null) => {
    const file = list?.[0];
    if (file) void takeFile(file);
    return file !== undefined;
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!files(event.clipboardData.files) && text.length <= BOX_MAX) return;
    event.preventDefault();
    if (text !== '') take(text, t('pastedText'));
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (files(event.dataTransfer.files)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside.
    <div
      className={mergeClasses(styles.input, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {pasted.name === undefined ? (
        <Field label={label} hint={hint}>
          <Textarea
            value={pasted.text}
            resize="vertical"
            spellCheck={false}
            textarea={{ className: styles.box, onPaste }}
            {...(placeholder !== undefined && { placeholder })}
            onChange={(_, { value }) => type(value)}
          />
        </Field>
      ) : (
        <div className={styles.label}>
          <span>{label}</span>
          <div ref={long} tabIndex={-1} className={styles.long}>
            <DocumentTextRegular className={styles.icon} aria-hidden />
            <span className={styles.name}>
              {pasted.name}
              <span className={styles.quiet}>
                {t('characters', { count: format.number(pasted.text.length) })}
              </span>
            </span>
          </div>
        </div>
      )}
      <div className={styles.tools}>
        <Button size="small" icon={<DocumentArrowUpRegular />} onClick={() => picker.current?.click()}>
          {t('choose')}
        </Button>
        <Button size="small" onClick={onExample}>
          {t('example')}
        </Button>
        <Button size="small" appearance="subtle" disabledFocusable={pasted.text === ''} onClick={clear}>
          {t('clear')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept={accept}
          aria-label={t('choose')}
          tabIndex={-1}
          className={styles.file}
          onChange={({ target }) => {
            files(target.files);
            // So that the same file can be chosen again after it was put right.
            target.value = '';
          }}
        />
      </div>
    </div>
  );
}
