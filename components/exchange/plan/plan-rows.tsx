'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { ListPager } from '@/components/ui/list-pager';
import { NoMatchPicture } from '@/components/ui/pictures';
import type { PlanLine } from './plan-line';
import { PlanTable } from './plan-table';
import { ALL_ROWS, PLAN_PAGE_SIZE, type PlanView, shownLines } from './plan-view';
import type { Choice } from './use-choice';

type PlanRowsProps = Readonly<{
  lines: readonly PlanLine[];
  view: PlanView;
  choice: Choice | undefined;
  moved: ReadonlySet<string>;
  onChange: (change: Partial<PlanView>) => void;
}>;

/** The rows of a plan that are asked for, page by page. */
export function PlanRows({ lines, view, choice, moved, onChange }: PlanRowsProps) {
  const t = useTranslations('exchange.plan');
  const pages = useTranslations('connectors.pages');
  const found = useMemo(() => shownLines(lines, view), [lines, view]);
  if (found.length === 0) {
    return (
      <EmptyState
        picture={<NoMatchPicture />}
        title={t('noMatch.title')}
        text={t('noMatch.text')}
        action={<Button onClick={() => onChange(ALL_ROWS)}>{t('noMatch.clear')}</Button>}
      />
    );
  }
  const page = Math.min(view.page, Math.ceil(found.length / PLAN_PAGE_SIZE));
  return (
    <>
      <PlanTable
        label={t('label')}
        lines={found.slice((page - 1) * PLAN_PAGE_SIZE, page * PLAN_PAGE_SIZE)}
        found={found}
        choice={choice}
        moved={moved}
        openRow={view.row}
        onOpen={(row) => onChange({ row })}
      />
      <nav aria-label={pages('label')}>
        <ListPager
          page={page}
          pageSize={PLAN_PAGE_SIZE}
          total={found.length}
          onPage={(next) => onChange({ page: next, row: '' })}
        />
      </nav>
    </>
  );
}
