'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { DownloadLink } from '@/components/ui/download-link';
import { useFoldStyles } from '@/components/ui/fold-styles';
import { transcriptText } from '@/lib/mailflow/transcript-text';
import type { TranscriptView } from '@/lib/mailflow/validation-progress';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: '8px',
    padding: '8px 0',
    '@media print': { display: 'none' },
  },
  lines: {
    listStyle: 'none',
    margin: '0',
    padding: '12px 0',
    maxHeight: '420px',
    overflowY: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { maxHeight: 'none' },
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '64px 64px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '0 12px',
    borderLeft: '3px solid transparent',
    '@media (max-width: 640px)': { gridTemplateColumns: '56px minmax(0, 1fr)' },
  },
  client: { borderLeftColor: tokens.colorBrandStroke1, color: tokens.colorBrandForeground1 },
  note: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  time: { textAlign: 'right', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  who: {
    color: tokens.colorNeutralForeground3,
    fontStyle: 'normal',
    // On a phone the coloured edge and the indent tell them apart; the word stays for screen readers.
    '@media (max-width: 640px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  more: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

type TranscriptPanelProps = Readonly<{
  transcript: TranscriptView;
  /** Where it can be had as a file. */
  href: string;
  /** True where the others beside it are of other hosts. */
  withHost?: boolean;
}>;

/** One connection's dialogue, folded: who said what and when. Plain text, whatever the server sent. */
export function TranscriptPanel({ transcript, href, withHost = false }: TranscriptPanelProps) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const t = useTranslations('validation.transcript');
  const { host, address, lines, truncated } = transcript;
  const place = withHost ? `${host}, ${address}` : address;
  return (
    <details className={fold.fold}>
      <summary className={fold.summary}>{t('show', { address: place })}</summary>
      <div className={styles.tools}>
        <CopyButton size="small" label={t('copy')} text={transcriptText(transcript)} />
        <DownloadLink href={href}>{t('download')}</DownloadLink>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ol className={styles.lines} tabIndex={0} aria-label={t('show', { address: place })}>
        {lines.map(({ atMs, from, text: said }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move.
            key={index}
            className={mergeClasses(
              styles.line,
              from === 'client' && styles.client,
              from === 'note' && styles.note,
            )}
          >
            <span className={styles.time}>{Math.round(atMs)}</span>
            <span className={styles.who}>{t(from)}</span>
            <span className={styles.text}>{said}</span>
          </li>
        ))}
      </ol>
      {truncated && <p className={styles.more}>{t('truncated')}</p>}
    </details>
  );
}
