'use client';
import { Button, Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListPager } from '@/components/ui/list-pager';
import { ListSearch } from '@/components/ui/list-search';
import { PageHeader } from '@/components/ui/page-header';
import { NoMatchPicture, NothingYetPicture } from '@/components/ui/pictures';
import { useUrlView } from '@/components/ui/use-url-view';
import type { RunPage } from '@/lib/operations/list-validation-runs';
import { ALL_RUNS, RUN_PAGE_SIZE } from '@/lib/operations/validation-list-query';
import { runListPath } from '../run-paths';
import { type Requester, RunFilters } from './run-filters';
import { RunTable } from './run-table';

const useStyles = makeStyles({
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '4px',
    minWidth: '0',
  },
  note: { margin: '8px 0' },
  pages: { padding: '12px 0' },
});

/** How often the list is looked at again while a run on it is under way. */
const LOOK_MS = 2_000;

type RunsScreenProps = Readonly<{ page: RunPage; people: readonly Requester[] }>;

/** Validation > Runs. */
export function RunsScreen({ page, people }: RunsScreenProps) {
  const styles = useStyles();
  const t = useTranslations('runs');
  const filters = useTranslations('connectors.filters');
  const { view, show, refresh, look, pending } = useUrlView(page.view, runListPath);
  const isAnyOpen = page.rows.some(({ standing }) => standing === 'open');
  useEffect(() => {
    if (!isAnyOpen) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isAnyOpen, look]);
  const clear = () => show(ALL_RUNS);
  const { connector } = page.view;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar
        label={t('commands')}
        end={
          !page.none && (
            <div className={styles.end}>
              <RunFilters view={view} people={people} onChange={show} />
              <ListSearch search={view.search} onSearch={(search) => show({ search }, true)} />
            </div>
          )
        }
      >
        <CommandButton icon={<ArrowClockwiseRegular />} busy={pending} onClick={refresh}>
          {t('refresh')}
        </CommandButton>
      </CommandBar>
      {connector !== '' && (
        <MessageBar intent="info" className={styles.note}>
          <MessageBarBody>
            {page.connectorName === undefined
              ? t('filters.ofOneConnector')
              : t('filters.ofConnector', { name: page.connectorName })}{' '}
            <Link as="button" onClick={clear}>
              {filters('clear')}
            </Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {page.cut && (
        <MessageBar intent="warning" layout="multiline" className={styles.note}>
          <MessageBarBody>{t('filters.cut')}</MessageBarBody>
        </MessageBar>
      )}
      <Body page={page} pending={pending} onPage={(next) => show({ page: next })} onClear={clear} />
    </>
  );
}

type BodyProps = Readonly<{
  page: RunPage;
  pending: boolean;
  onPage: (page: number) => void;
  onClear: () => void;
}>;

/** The rows, or why there are none and what to do next. */
function Body({ page, pending, onPage, onClear }: BodyProps) {
  const styles = useStyles();
  const t = useTranslations('runs');
  const filters = useTranslations('connectors.filters');
  const pages = useTranslations('connectors.pages');
  if (page.none) {
    return <EmptyState picture={<NothingYetPicture />} title={t('empty.title')} text={t('empty.text')} />;
  }
  if (page.total === 0) {
    return (
      <EmptyState
        picture={<NoMatchPicture />}
        title={t('noMatch.title')}
        text={t('noMatch.text')}
        action={<Button onClick={onClear}>{filters('clear')}</Button>}
      />
    );
  }
  return (
    <>
      <RunTable rows={page.rows} waiting={pending} />
      <nav aria-label={pages('label')} className={styles.pages}>
        <ListPager page={page.view.page} pageSize={RUN_PAGE_SIZE} total={page.total} onPage={onPage} />
      </nav>
    </>
  );
}
