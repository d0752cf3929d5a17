'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { BackLink } from '@/components/ui/back-link';
import { CommandNotice } from '@/components/ui/command-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { ListPager } from '@/components/ui/list-pager';
import { PageHeader } from '@/components/ui/page-header';
import { NothingYetPicture } from '@/components/ui/pictures';
import { may, type Role } from '@/lib/auth/permissions';
import type { DeletedPage } from '@/lib/operations/deleted-connectors';
import { connectorPath, DELETED_PATH } from '../connector-paths';
import { DeletedTable } from './deleted-table';
import { type UndeleteAction, useRestore } from './use-restore';

const RestoreDialog = lazy(() => import('./restore-dialog'));

type DeletedScreenProps = Readonly<{
  deleted: DeletedPage;
  page: number;
  pageSize: number;
  role: Role;
  undelete: UndeleteAction;
}>;

/** What was deleted, by whom, and the way back. */
export function DeletedScreen({ deleted, page, pageSize, role, undelete }: DeletedScreenProps) {
  const t = useTranslations('deleted');
  const router = useRouter();
  const restore = useRestore(undelete, () => router.refresh());
  const { notice } = restore;
  return (
    <>
      <BackLink href="/connectors">{t('back')}</BackLink>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandNotice
        notice={
          notice && {
            ...notice,
            ...(notice.id && { link: { href: connectorPath(notice.id), text: t('open') } }),
          }
        }
        covered={restore.asked !== undefined}
        onDismiss={restore.dismissNotice}
      />
      {deleted.total === 0 ? (
        <EmptyState picture={<NothingYetPicture />} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <>
          <DeletedTable
            rows={deleted.rows}
            mayRestore={may(role, 'connector:restore')}
            onRestore={restore.ask}
          />
          <ListPager
            page={page}
            pageSize={pageSize}
            total={deleted.total}
            onPage={(next) => router.push(next === 1 ? DELETED_PATH : `${DELETED_PATH}?page=${next}`)}
          />
        </>
      )}
      {restore.asked && (
        <Suspense fallback={null}>
          <RestoreDialog
            row={restore.asked}
            newName={restore.isTaken ? restore.name : undefined}
            nameProblem={restore.nameProblem}
            busy={restore.busy}
            onName={restore.setName}
            onConfirm={() => void restore.confirm()}
            onClose={restore.cancel}
          />
        </Suspense>
      )}
    </>
  );
}
