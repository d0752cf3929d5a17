'use client';
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ListPager } from '@/components/ui/list-pager';
import { ListSearch } from '@/components/ui/list-search';
import { PageHeader } from '@/components/ui/page-header';
import { NoMatchPicture, NothingYetPicture } from '@/components/ui/pictures';
import { useUrlView } from '@/components/ui/use-url-view';
import type { CoverageMap } from '@/lib/operations/coverage-map';
import { COVERAGE_PAGE_SIZE } from '@/lib/operations/coverage-query';
import { coveragePath } from '../route-paths';
import { CoverageCards } from './coverage-cards';
import { CoverageLegend } from './coverage-legend';
import { CoverageTable } from './coverage-table';
import { UndecidedRules } from './undecided-rules';

const useStyles = makeStyles({
  waiting: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  pages: { padding: '12px 0' },
});

/** Mail flow > Coverage map. */
export function CoverageScreen({ map }: Readonly<{ map: CoverageMap }>) {
  const styles = useStyles();
  const t = useTranslations('coverage');
  const filters = useTranslations('connectors.filters');
  const pages = useTranslations('connectors.pages');
  const { view, show, pending } = useUrlView(map.view, coveragePath);
  const { rows, total, none } = map;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar
        label={t('commands')}
        end={
          !none && <ListSearch search={view.search} onSearch={(search) => show({ search, page: 1 }, true)} />
        }
      >
        <DownloadLink href="/api/set-up.json" quiet>
          {t('setUp')}
        </DownloadLink>
      </CommandBar>
      {none && <EmptyState picture={<NothingYetPicture />} title={t('empty')} text={t('emptyText')} />}
      {!none && total === 0 && (
        <EmptyState
          picture={<NoMatchPicture />}
          title={t('noMatch')}
          text={t('noMatchText')}
          action={<Button onClick={() => show({ search: '' })}>{filters('clear')}</Button>}
        />
      )}
      {rows.length > 0 && (
        <div className={mergeClasses(pending && styles.waiting)} aria-busy={pending}>
          <CoverageLegend />
          <UndecidedRules rules={map.undecided} />
          <CoverageTable map={map} />
          <CoverageCards rows={rows} />
          <nav aria-label={pages('label')} className={styles.pages}>
            <ListPager
              page={map.view.page}
              pageSize={COVERAGE_PAGE_SIZE}
              total={total}
              onPage={(page) => show({ page })}
            />
          </nav>
        </div>
      )}
    </>
  );
}
