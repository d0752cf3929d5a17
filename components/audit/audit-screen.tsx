'use client';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import type { AuditLogPage } from '@/lib/operations/audit-log';
import type { AuditActions } from './audit-actions';
import { AuditBody } from './audit-body';
import { AuditCommands } from './audit-commands';
import { AuditFilters } from './audit-filters';
import { EntryPanel } from './entry-panel';
import type { AuditedPerson } from './person-select';
import { auditPath, useAuditView } from './use-audit-view';
import { useOlderEntries } from './use-older-entries';
import { useOpenEntry } from './use-open-entry';
import { useVerify } from './use-verify';
import { VerifyNotice } from './verify-notice';

type AuditScreenProps = Readonly<{
  page: AuditLogPage;
  people: readonly AuditedPerson[];
  actions: AuditActions;
}>;

/** The audit log. */
export function AuditScreen({ page, people, actions }: AuditScreenProps) {
  const t = useTranslations('audit');
  const { view, show, clear, refresh, pending } = useAuditView(page.view);
  const log = useOlderEntries(page, actions.load);
  const panel = useOpenEntry(log.view);
  const check = useVerify(actions.verify, refresh);
  const open = panel.openSequence;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <AuditCommands
        view={view}
        verifying={check.verifying}
        pending={pending}
        onVerify={() => void check.verify()}
        onRefresh={refresh}
      />
      <VerifyNotice
        result={check.result}
        hrefOf={(sequence) => auditPath(log.view, sequence)}
        onOpen={panel.open}
        onDismiss={check.dismiss}
      />
      {!page.none && <AuditFilters view={view} people={people} onChange={show} onClear={clear} />}
      <AuditBody
        log={log}
        before={page.view.before}
        none={page.none}
        waiting={pending}
        openSequence={open}
        onOpen={panel.open}
        onNewest={() => show({})}
        onClear={clear}
      />
      {open !== undefined && (
        <EntryPanel
          sequence={open}
          known={log.entries.find(({ sequence }) => sequence === open)}
          find={actions.find}
          onClose={panel.close}
        />
      )}
    </>
  );
}
