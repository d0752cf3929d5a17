'use client';
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandNotice } from '@/components/ui/command-notice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { latePanel } from '@/components/ui/late-panel';
import { ListSearch } from '@/components/ui/list-search';
import { PageHeader } from '@/components/ui/page-header';
import { useSelection } from '@/components/ui/use-selection';
import { may, type Role } from '@/lib/auth/permissions';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { NothingShown } from '../setup/nothing-shown';
import { usePanelAddress } from '../setup/use-panel-address';
import type { RuleActions } from './rule-actions';
import { RuleCommands } from './rule-commands';
import { RuleTable } from './rule-table';
import { useRuleCommands } from './use-rule-commands';
import { useRuleWords } from './use-rule-words';

const RulePanel = latePanel(() => import('./rule-drawer'));

const RULES_PATH = '/rules';

type RulesScreenProps = Readonly<{ rules: readonly RuleRow[]; role: Role; actions: RuleActions }>;

/** Mail flow > Rules. */
export function RulesScreen({ rules: stored, role, actions }: RulesScreenProps) {
  const t = useTranslations('rules');
  const setup = useTranslations('mailSetup');
  const router = useRouter();
  const [refreshing, start] = useTransition();
  // A rule that was dropped stays where it was put while the server hears of it.
  const [rules, setOrder] = useOptimistic(stored, inOrder);
  const [asked, setAsked] = useState<RuleRow>();
  const address = usePanelAddress(RULES_PATH, ['rule', 'add'] as const);
  const { panel, search } = address;
  const reason = may(role, 'mailSetup:edit') ? undefined : setup('reason');
  const commands = useRuleCommands(actions, rules, setOrder);
  const found = useFound(rules, search);
  const selection = useSelection(found.map(({ id }) => id));
  const openId = panel?.key === 'rule' ? panel.value : undefined;

  const saved = (text: string) => {
    commands.tell({ intent: 'success', text });
    address.close();
    router.refresh();
  };
  const told = (
    <CommandNotice
      notice={commands.notice}
      covered={asked !== undefined}
      onDismiss={() => commands.tell(undefined)}
    />
  );
  const isLast =
    asked?.target.state === 'on' &&
    !rules.some(({ id, target }) => id !== asked.id && target.id === asked.target.id);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar
        label={t('commands.label')}
        end={rules.length > 0 && <ListSearch search={search} hint={t('hint')} onSearch={address.searchFor} />}
      >
        <RuleCommands
          rules={rules}
          selected={found.filter(({ id }) => selection.has(id))}
          reason={reason}
          searching={search !== ''}
          commands={commands}
          refreshing={refreshing}
          onAdd={() => address.open('add', 'rule')}
          onRemove={setAsked}
          onRefresh={() => start(() => router.refresh())}
          onClear={() => selection.selectAll(false)}
        />
      </CommandBar>
      {!panel && told}
      {found.length === 0 && (
        <NothingShown
          none={rules.length === 0}
          words={{
            empty: t('empty.title'),
            emptyText: t('empty.text'),
            noMatch: t('noMatch.title'),
            noMatchText: t('noMatch.text'),
            clear: t('noMatch.clear'),
          }}
          first={
            reason === undefined && (
              <Button appearance="primary" icon={<AddRegular />} onClick={() => address.open('add', 'rule')}>
                {t('commands.add')}
              </Button>
            )
          }
          onClear={() => address.searchFor('')}
        />
      )}
      {found.length > 0 && (
        <RuleTable
          rows={found}
          openId={openId}
          selection={selection}
          sortable={reason === undefined && search === ''}
          waiting={commands.busy}
          hrefOf={(id) => address.hrefOf('rule', id)}
          onOpen={(id) => address.open('rule', id)}
          onNear={RulePanel.preload}
          onOrder={(ids, moved) => commands.order(ids, moved)}
        />
      )}
      {panel && (panel.key === 'rule' || reason === undefined) && (
        <RulePanel
          key={panel.value}
          id={openId}
          row={rules.find(({ id }) => id === openId)}
          readOnly={reason !== undefined}
          actions={actions}
          notice={told}
          onSaved={saved}
          onRemove={setAsked}
          onClose={address.close}
        />
      )}
      {asked && (
        <ConfirmDialog
          title={t('removeDialog.title', { name: asked.rule.name })}
          confirmLabel={setup('remove')}
          busy={commands.busy}
          onConfirm={async () => {
            await commands.remove(asked);
            setAsked(undefined);
            selection.selectAll(false);
            if (panel) address.close();
          }}
          onClose={() => setAsked(undefined)}
        >
          {t('removeDialog.text', { connector: asked.target.name })}
          {isLast && ` ${t('removeDialog.last', { connector: asked.target.name })}`}
        </ConfirmDialog>
      )}
    </>
  );
}

/** The rules in the order of `ids`, each with its new priority. */
function inOrder(rules: readonly RuleRow[], ids: readonly string[]): readonly RuleRow[] {
  const byId = new Map(rules.map((row) => [row.id, row]));
  return ids.flatMap((id, priority) => {
    const row = byId.get(id);
    return row ? [{ ...row, rule: { ...row.rule, priority } }] : [];
  });
}

/** The rules in whose name, sentence or connector `search` is. */
function useFound(rules: readonly RuleRow[], search: string): readonly RuleRow[] {
  const words = useRuleWords();
  const wanted = search.toLowerCase();
  if (wanted === '') return rules;
  return rules.filter(({ rule, target }) => {
    const values = [...rule.conditions, ...rule.exceptions].map((condition) => JSON.stringify(condition));
    return [rule.name, target.name, words(rule), ...values].join('\n').toLowerCase().includes(wanted);
  });
}
