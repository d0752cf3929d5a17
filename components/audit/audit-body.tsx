'use client';
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { onPlainClick } from '@/components/ui/link-click';
import { NoMatchPicture, NothingYetPicture } from '@/components/ui/pictures';
import { isFiltered } from '@/lib/operations/audit-log-query';
import { AuditTable } from './audit-table';
import { OlderEntries } from './older-entries';
import { auditPath, fromNewest } from './use-audit-view';
import type { useOlderEntries } from './use-older-entries';

const useStyles = makeStyles({
  notNewest: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: '0',
    padding: '12px 0',
    color: tokens.colorNeutralForeground2,
  },
});

type AuditBodyProps = Readonly<{
  log: ReturnType<typeof useOlderEntries>;
  /** The sequence before which the page's first entries lie, where they are not the newest. */
  before: number | undefined;
  none: boolean;
  waiting: boolean;
  openSequence: number | undefined;
  onOpen: (sequence: number) => void;
  onNewest: () => void;
  onClear: () => void;
}>;

/** The entries, or why there are none and what to do next. */
export function AuditBody(props: AuditBodyProps) {
  const { log, before, none, waiting, openSequence, onOpen, onNewest, onClear } = props;
  const styles = useStyles();
  const t = useTranslations('audit');
  if (none) {
    return <EmptyState picture={<NothingYetPicture />} title={t('empty.title')} text={t('empty.text')} />;
  }
  if (log.entries.length === 0) {
    return (
      <EmptyState
        picture={<NoMatchPicture />}
        title={t('noMatch.title')}
        text={t('noMatch.text')}
        action={<Button onClick={onClear}>{t('filters.clear')}</Button>}
      />
    );
  }
  return (
    <>
      {before !== undefined && (
        <p className={styles.notNewest}>
          {t('list.notNewest', { before })}
          <Link href={auditPath(fromNewest(log.view))} onClick={onPlainClick(onNewest)}>
            {t('list.newest')}
          </Link>
        </p>
      )}
      <AuditTable
        entries={log.entries}
        waiting={waiting}
        hrefOf={(sequence) => auditPath(log.view, sequence)}
        openSequence={openSequence}
        onOpen={onOpen}
      />
      <OlderEntries
        more={log.more}
        filtered={isFiltered(log.view)}
        loading={log.loading}
        loaded={log.loaded}
        trouble={log.trouble}
        href={auditPath(log.next)}
        onLoad={() => void log.loadOlder()}
      />
    </>
  );
}
