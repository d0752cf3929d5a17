'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { ConnectorBlock } from '../connectors/connector-block';
import { EntryFacts } from './entry-facts';
import { EntryLinks } from './entry-links';
import { EntrySettings } from './entry-settings';
import { EntrySetup } from './entry-setup';
import { EntryValidation } from './entry-validation';
import { useEntryWords } from './entry-words';
import { Fact, Facts } from './fact';
import { Fold } from './fold';
import { shortHash } from './short-hash';

const useStyles = makeStyles({
  hash: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    fontFamily: tokens.fontFamilyMonospace,
  },
  recorded: {
    margin: '0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  first: { paddingBottom: '16px', display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

/** All that one entry says, in words as far as there are some, and as it was recorded. */
export function EntryDetails({ entry }: Readonly<{ entry: AuditLogEntry }>) {
  const styles = useStyles();
  const t = useTranslations('audit.entry');
  const words = useEntryWords();
  const format = useFormatter();
  const { at, sequence, hash, action, subjectKind, subjectId, subjectName, details } = entry;
  const recorded = { action, subjectKind, subjectId, subjectName, details };
  return (
    <>
      <div className={styles.first}>
        <Facts>
          <Fact name={t('who')}>{words.who(entry)}</Fact>
          <Fact name={t('when')}>
            <time dateTime={at.toISOString()}>
              {format.dateTime(at, { dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23' })}
            </time>
          </Fact>
          <Fact name={t('where')}>{words.where(entry)}</Fact>
          <Fact name={t('subject')}>{subjectName}</Fact>
          <EntryFacts details={details} />
        </Facts>
        <EntryLinks entry={entry} />
      </div>
      <EntrySettings entry={entry} />
      <EntrySetup entry={entry} />
      <EntryValidation key={sequence} entry={entry} />
      <ConnectorBlock title={t('proof')}>
        <Facts>
          <Fact name={t('number')}>{String(sequence)}</Fact>
          <Fact name={t('hash')}>
            <span className={styles.hash}>
              <span title={hash}>{shortHash(hash)}</span>
              <CopyButton size="small" label={t('copyHash')} text={hash} />
            </span>
          </Fact>
        </Facts>
      </ConnectorBlock>
      <Fold title={t('recorded')}>
        <pre className={styles.recorded}>{JSON.stringify(recorded, null, 2)}</pre>
      </Fold>
    </>
  );
}
