'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { NoMatchPicture, NothingYetPicture } from '@/components/ui/pictures';
import type { Selection } from '@/components/ui/use-selection';
import type { Role } from '@/lib/auth/permissions';
import { type ConnectorListView, FIRST_VIEW } from '@/lib/operations/connector-list-query';
import type { ConnectorPage } from '@/lib/operations/list-connectors';
import type { SetupReview } from '@/lib/operations/setup-findings';
import { useReasons } from '../life/use-reasons';
import { AddConnector } from './add-connector';
import { ConnectorTable } from './connector-table';
import { ListPages } from './list-pages';

type ListBodyProps = Readonly<{
  page: ConnectorPage;
  marks: SetupReview['marks'];
  view: ConnectorListView;
  waiting: boolean;
  role: Role;
  selection: Selection;
  isValidating: (id: string) => boolean;
  openId: string | undefined;
  onOpen: (id: string) => void;
  onChange: (change: Partial<ConnectorListView>) => void;
}>;

/** The rows, or why there are none and what to do next. */
export function ListBody({ page, view, role, onChange, ...table }: ListBodyProps) {
  const t = useTranslations('connectors');
  const reasons = useReasons(role);
  if (page.none) {
    return (
      <EmptyState
        picture={<NothingYetPicture />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={<AddConnector reason={reasons.add} first />}
      />
    );
  }
  if (page.total === 0) {
    const { search, status, health } = FIRST_VIEW;
    return (
      <EmptyState
        picture={<NoMatchPicture />}
        title={t('noMatch.title')}
        text={t('noMatch.text')}
        action={<Button onClick={() => onChange({ search, status, health })}>{t('filters.clear')}</Button>}
      />
    );
  }
  return (
    <>
      <ConnectorTable rows={page.rows} view={view} onSort={onChange} {...table} />
      <ListPages view={page.view} total={page.total} onChange={onChange} />
    </>
  );
}
