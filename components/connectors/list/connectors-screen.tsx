'use client';
import { useTranslations } from 'next-intl';
import { HomeGuideNotice } from '@/components/guide/home-guide-notice';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandNotice } from '@/components/ui/command-notice';
import { ListSearch } from '@/components/ui/list-search';
import { PageHeader } from '@/components/ui/page-header';
import { useSelection } from '@/components/ui/use-selection';
import type { Role } from '@/lib/auth/permissions';
import type { HomeGuide } from '@/lib/operations/guide';
import type { ConnectorPage } from '@/lib/operations/list-connectors';
import type { SetupReview } from '@/lib/operations/setup-findings';
import { DetailsPanel } from '../details/details-panel';
import type { PanelActions } from '../details/panel-actions';
import type { LifeActions } from '../life/life-command';
import { LifeDialogs } from '../life/life-dialogs';
import { useLifeCommands } from '../life/use-life-commands';
import { useValidationWatch } from '../life/use-validation-watch';
import { SetupFindings } from '../setup/setup-findings';
import { ListBody } from './list-body';
import { ListCommands } from './list-commands';
import { ListFilters } from './list-filters';
import { useListView } from './use-list-view';
import { useOpenConnector } from './use-open-connector';

export type ConnectorActions = LifeActions & PanelActions;
type ConnectorsScreenProps = Readonly<{
  page: ConnectorPage;
  review: SetupReview;
  /** Absent for whoever wants to see no more of the set-up guide. */
  guide: HomeGuide | undefined;
  role: Role;
  actions: ConnectorActions;
}>;

/** Mail flow > Connectors. */
export function ConnectorsScreen({ page, review, guide, role, actions }: ConnectorsScreenProps) {
  const t = useTranslations('connectors');
  const { view, show, refresh, look, pending } = useListView(page.view);
  const panel = useOpenConnector(page.view);
  const selection = useSelection(page.rows.map(({ id }) => id));
  const watch = useValidationWatch(page.rows, look);
  const commands = useLifeCommands(actions, (command, results) => {
    const done = results.flatMap(({ id, ok }) => (ok ? [id] : []));
    if (command === 'validate') watch.await(done);
    else selection.selectAll(false);
    if (command === 'delete' && panel.openId && done.includes(panel.openId)) panel.close();
    refresh();
  });
  const notice = { notice: commands.notice, onDismiss: commands.dismissNotice };
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {guide && <HomeGuideNotice guide={guide} />}
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
          role={role}
          selected={page.rows.filter(({ id }) => selection.has(id))}
          commands={commands}
          pending={pending}
          onRefresh={refresh}
          onClear={() => selection.selectAll(false)}
        />
      </CommandBar>
      {!panel.openId && <CommandNotice {...notice} covered={commands.covers} />}
      <SetupFindings review={review} role={role} />
      <ListBody
        page={page}
        marks={review.marks}
        view={view}
        waiting={pending}
        role={role}
        selection={selection}
        isValidating={watch.isAwaited}
        openId={panel.openId}
        onOpen={panel.open}
        onChange={show}
      />
      {panel.openId && (
        <DetailsPanel
          id={panel.openId}
          role={role}
          actions={actions}
          commands={commands}
          notice={<CommandNotice {...notice} covered={commands.covers} />}
          onChanged={look}
          onClose={panel.close}
        />
      )}
      <LifeDialogs commands={commands} known={page.rows} />
    </>
  );
}
