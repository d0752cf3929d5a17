'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type CodePiece, CodeView } from '@/components/ui/code-view';
import { CopyButton } from '@/components/ui/copy-button';
import { saveText } from '@/components/ui/save-file';

const useStyles = makeStyles({
  file: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
  },
  name: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  tools: { display: 'flex', gap: '8px' },
  note: { margin: '0', color: tokens.colorNeutralForeground2 },
  view: { maxHeight: '480px' },
});

type CodeFileProps = Readonly<{
  /** What it is called where it belongs. */
  title: string;
  /** That of its title on the page. */
  heading: 'h2' | 'h3';
  /** What it is called when it is saved. */
  fileName: string;
  note?: ReactNode;
  text: string;
  /** What is saved, where that is not the text as it is copied. */
  saved?: string | undefined;
  lines: readonly (readonly CodePiece[])[];
}>;

/** A file that an admin takes along: what it is, the text in colours, copy and download. */
export function CodeFile({
  title,
  heading: Heading,
  fileName,
  note,
  text,
  saved = text,
  lines,
}: CodeFileProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.code');
  return (
    <div className={styles.file}>
      <div className={styles.head}>
        <Heading className={styles.name}>{title}</Heading>
        <div className={styles.tools}>
          <CopyButton size="small" text={text} />
          <Button
            size="small"
            icon={<ArrowDownloadRegular />}
            aria-label={t('downloadFile', { name: fileName })}
            onClick={() => saveText(fileName, saved)}
          >
            {t('download')}
          </Button>
        </div>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      <CodeView label={title} lines={lines} className={styles.view} />
    </div>
  );
}
