'use client';
import { Button } from '@fluentui/react-components';
import { AddRegular, ArrowClockwiseRegular, ArrowImportRegular, DeleteRegular } from '@fluentui/react-icons';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { CommandNotice } from '@/components/ui/command-notice';
import { latePanel } from '@/components/ui/late-panel';
import { ListPager } from '@/components/ui/list-pager';
import { ListSearch } from '@/components/ui/list-search';
import { PageHeader } from '@/components/ui/page-header';
import { SelectionChip } from '@/components/ui/selection-chip';
import { useSelection } from '@/components/ui/use-selection';
import { may, type Role } from '@/lib/auth/permissions';
import type { StoredDomain } from '@/lib/operations/accepted-domains';
import { NothingShown } from '../setup/nothing-shown';
import { usePanelAddress } from '../setup/use-panel-address';
import { useSetupAction } from '../setup/use-setup-action';
import type { DomainActions } from './domain-actions';
import { DomainTable } from './domain-table';
import { RemoveDomainsDialog } from './remove-domains-dialog';

const DomainPanel = latePanel(() => import('./domain-drawer'));
const SeveralPanel = latePanel(() => import('./several-drawer'));

export const DOMAINS_PATH = '/accepted-domains';
const PAGE_SIZE = 50;

type DomainsScreenProps = Readonly<{
  domains: readonly StoredDomain[];
  role: Role;
  actions: DomainActions;
}>;

/** Mail flow > Accepted domains. */
export function DomainsScreen({ domains, role, actions }: DomainsScreenProps) {
  const t = useTranslations('domains');
  const setup = useTranslations('mailSetup');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [page, setPage] = useState(1);
  const [asked, setAsked] = useState<readonly string[]>();
  const address = usePanelAddress(DOMAINS_PATH, ['domain', 'add'] as const);
  const { panel, search } = address;
  const { run, busy, notice, setNotice } = useSetupAction();

  const wanted = search.toLowerCase();
  const found = domains.filter(({ accepted }) => accepted.domain.includes(wanted));
  const at = Math.min(page, Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
  const shown = found.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
  const selection = useSelection(shown.map(({ accepted }) => accepted.domain));
  const selected = shown.filter(({ accepted }) => selection.has(accepted.domain));
  const reason = may(role, 'mailSetup:edit') ? undefined : setup('reason');

  const saved = (text: string) => {
    setNotice({ intent: 'success', text });
    address.close();
    router.refresh();
  };
  const remove = async (names: readonly string[]) => {
    const removed = await run(
      () => actions.remove({ domains: names }),
      ({ removed }) => ({
        intent: 'success',
        text: t('remove.done', { count: removed.length, domain: removed[0]?.domain ?? '' }),
        undo: () => void putBack(removed),
      }),
    );
    setAsked(undefined);
    if (removed) selection.selectAll(false);
    if (panel) address.close();
  };
  const putBack = (removed: readonly StoredDomain['accepted'][]) =>
    run(
      () =>
        actions.saveMany({
          domains: removed.map((accepted) => ({ matchSubDomains: false, ...accepted })),
        }),
      () => ({
        intent: 'success',
        text: t('remove.undone', { count: removed.length, domain: removed[0]?.domain ?? '' }),
      }),
    );
  const told = (
    <CommandNotice notice={notice} covered={asked !== undefined} onDismiss={() => setNotice(undefined)} />
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar
        label={t('commands.label')}
        end={
          domains.length > 0 && <ListSearch search={search} hint={t('hint')} onSearch={address.searchFor} />
        }
      >
        {selected.length === 0 ? (
          <>
            <CommandButton icon={<AddRegular />} reason={reason} onClick={() => address.open('add', 'one')}>
              {t('commands.add')}
            </CommandButton>
            <CommandButton
              icon={<ArrowImportRegular />}
              reason={reason}
              onClick={() => address.open('add', 'several')}
            >
              {t('commands.several')}
            </CommandButton>
          </>
        ) : (
          <CommandButton
            icon={<DeleteRegular />}
            reason={reason}
            onClick={() => setAsked(selected.map(({ accepted }) => accepted.domain))}
          >
            {t('commands.remove')}
          </CommandButton>
        )}
        <CommandButton
          icon={<ArrowClockwiseRegular />}
          busy={pending}
          onClick={() => start(() => router.refresh())}
        >
          {t('commands.refresh')}
        </CommandButton>
        {selected.length > 0 && (
          <SelectionChip
            text={t('commands.selected', { count: selected.length })}
            clearLabel={t('commands.clearSelection')}
            onClear={() => selection.selectAll(false)}
          />
        )}
      </CommandBar>
      {!panel && told}
      {found.length === 0 && (
        <NothingShown
          none={domains.length === 0}
          words={{
            empty: t('empty.title'),
            emptyText: t('empty.text'),
            noMatch: t('noMatch.title'),
            noMatchText: t('noMatch.text'),
            clear: t('noMatch.clear'),
          }}
          first={
            reason === undefined && (
              <Button
                appearance="primary"
                icon={<ArrowImportRegular />}
                onClick={() => address.open('add', 'several')}
              >
                {t('commands.several')}
              </Button>
            )
          }
          onClear={() => address.searchFor('')}
        />
      )}
      {shown.length > 0 && (
        <>
          <DomainTable
            rows={shown}
            openDomain={panel?.key === 'domain' ? panel.value : undefined}
            selection={selection}
            hrefOf={(domain) => address.hrefOf('domain', domain)}
            onOpen={(domain) => address.open('domain', domain)}
            onNear={DomainPanel.preload}
          />
          <ListPager page={at} pageSize={PAGE_SIZE} total={found.length} onPage={setPage} />
        </>
      )}
      {panel && (panel.key === 'domain' || panel.value === 'one') && (
        <DomainPanel
          key={panel.value}
          domain={panel.key === 'domain' ? panel.value : undefined}
          stored={domains.find(({ accepted }) => panel.key === 'domain' && accepted.domain === panel.value)}
          isFirst={domains.length === 0}
          readOnly={reason !== undefined}
          actions={actions}
          notice={told}
          onSaved={saved}
          onRemove={(domain) => setAsked([domain])}
          onClose={address.close}
        />
      )}
      {panel?.key === 'add' && panel.value === 'several' && reason === undefined && (
        <SeveralPanel
          known={domains.map(({ accepted }) => accepted)}
          actions={actions}
          onSaved={saved}
          onClose={address.close}
        />
      )}
      {asked && (
        <RemoveDomainsDialog
          domains={asked}
          uses={actions.uses}
          busy={busy}
          onConfirm={() => void remove(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
