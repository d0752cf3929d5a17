'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import { EXCHANGE_FILE_MAX_BYTES, type FileRefusal } from '@/lib/exchange/exchange-file';
import type { Given, Standing } from './use-import';

const useStyles = makeStyles({
  place: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    ':empty': { display: 'none' },
  },
  given: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '6px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  way: { gridColumn: '2 / -1', display: 'grid', rowGap: '4px' },
  bar: { width: '100%', height: '6px', accentColor: tokens.colorBrandBackground },
  near: {
    display: 'block',
    margin: '6px 0',
    padding: '6px 8px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  lines: { margin: '0', whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

type ImportStandingProps = Readonly<{
  given: Given | undefined;
  standing: Standing;
  onAgain: () => void;
  onClear: () => void;
}>;

/** The file that was given: how far it is, or why it can't be read and what to do. */
export function ImportStanding({ given, standing, onAgain, onClear }: ImportStandingProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.input');
  const size = useSize();
  if (!given) return <div role="status" className={styles.place} />;
  const isReading = standing.state === 'sending' && standing.share === 1;
  return (
    <div className={styles.place}>
      <div className={styles.given}>
        <DocumentRegular className={styles.icon} aria-hidden />
        <span className={styles.name}>
          {given.name} <span className={styles.quiet}>{size(given.body.size)}</span>
        </span>
        <Button size="small" onClick={onClear}>
          {standing.state === 'sending' ? t('cancel') : t('remove')}
        </Button>
        {standing.state === 'sending' && (
          <div className={styles.way}>
            <progress
              className={styles.bar}
              aria-label={t('progress')}
              max={1}
              {...(!isReading && { value: standing.share })}
            />
            <span role="status" className={styles.quiet}>
              {isReading ? t('reading') : t('sending', { share: Math.floor(standing.share * 100) })}
            </span>
          </div>
        )}
      </div>
      {standing.state === 'refused' && <Refusal refusal={standing.refusal} onAgain={onAgain} />}
      {standing.state === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody role="alert">{t(`trouble.${standing.trouble}`)}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={onAgain}>{t('again')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

type RefusalProps = Readonly<{ refusal: FileRefusal; onAgain: () => void }>;

/** Where the file can't be read, what stands there, and what to do. */
function Refusal({ refusal, onAgain }: RefusalProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.input');
  const { code, line, column, near, params } = refusal;
  const values = {
    max: EXCHANGE_FILE_MAX_BYTES / MEGABYTE,
    count: 1,
    ...params,
    path: params?.path || '{ }',
  };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody role="alert">
        <MessageBarTitle>{t(`refusal.${code}.title`, values)}</MessageBarTitle>
        {line !== undefined && (
          <p className={styles.lines}>
            {column === undefined ? t('atLine', { line }) : t(near ? 'atColumn' : 'atEnd', { line, column })}
          </p>
        )}
        {near && <code className={styles.near}>{near}</code>}
        <p className={styles.lines}>{t(`refusal.${code}.remedy`, values)}</p>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAgain}>{t('again')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** How large a file is, as people say it. */
function useSize(): (bytes: number) => string {
  const t = useTranslations('exchange.input');
  const format = useFormatter();
  return (bytes) =>
    bytes < MEGABYTE
      ? t('kilobytes', { size: format.number(Math.ceil(bytes / KILOBYTE)) })
      : t('megabytes', { size: format.number(bytes / MEGABYTE, { maximumFractionDigits: 1 }) });
}
