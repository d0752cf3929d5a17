'use client';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { PageHeader } from '@/components/ui/page-header';
import { may, type Role } from '@/lib/auth/permissions';
import type { ConnectorPage } from '@/lib/operations/list-connectors';
import { DetailsPanel } from '../details/details-panel';
import { DeleteDialog } from './delete-dialog';
import { ListBody } from './list-body';
import { ListCommands } from './list-commands';
import { ListFilters } from './list-filters';
import { ListNotice } from './list-notice';
import { ListSearch } from './list-search';
import { type DeleteAction, useDeleteConnectors } from './use-delete-connectors';
import { useListView } from './use-list-view';
import { useOpenConnector } from './use-open-connector';
import { useSelection } from './use-selection';

type ConnectorsScreenProps = Readonly<{
  page: ConnectorPage;
  role: Role;
  deleteConnectors: DeleteAction;
}>;

/** Mail flow > Connectors. */
export function ConnectorsScreen({ page, role, deleteConnectors }: ConnectorsScreenProps) {
  const t = useTranslations('connectors');
  const { view, show, refresh, pending } = useListView(page.view);
  const panel = useOpenConnector(page.view);
  const selection = useSelection(page.rows.map(({ id }) => id));
  const deletion = useDeleteConnectors(deleteConnectors, () => {
    selection.selectAll(false);
    if (panel.openId) panel.close();
    refresh();
  });
  const mayAdd = may(role, 'connector:create');
  const mayDelete = may(role, 'connector:delete');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar
        label={t('commands.label')}
        end={
          !page.none && (
            <>
              <ListFilters view={view} onChange={show} />
              <ListSearch search={view.search} onSearch={(search) => show({ search }, true)} />
            </>
          )
        }
      >
        <ListCommands
          mayAdd={mayAdd}
          mayDelete={mayDelete}
          selected={selection.count}
          pending={pending}
          onDelete={() => deletion.ask(page.rows.filter(({ id }) => selection.has(id)))}
          onRefresh={refresh}
          onClear={() => selection.selectAll(false)}
        />
      </CommandBar>
      <ListNotice
        notice={deletion.notice}
        covered={Boolean(deletion.asked || panel.openId)}
        onDismiss={deletion.dismissNotice}
      />
      <ListBody
        page={page}
        view={view}
        waiting={pending}
        mayAdd={mayAdd}
        selection={selection}
        openId={panel.openId}
        onOpen={panel.open}
        onChange={show}
      />
      {panel.openId && (
        <DetailsPanel
          id={panel.openId}
          mayDelete={mayDelete}
          onDelete={(connector) => deletion.ask([connector])}
          onClose={panel.close}
        />
      )}
      {deletion.asked && (
        <DeleteDialog
          connectors={deletion.asked}
          busy={deletion.busy}
          onConfirm={() => void deletion.confirm()}
          onClose={deletion.cancel}
        />
      )}
    </>
  );
}
