// Older entries below those that the page came with. The address follows, so that it leads to the entries loaded last.
import { useTimeZone } from 'next-intl';
import { useState } from 'react';
import { replaceAddress } from '@/components/ui/address';
import type { AuditLogEntry, AuditLogPage } from '@/lib/operations/audit-log';
import type { AuditView } from '@/lib/operations/audit-log-query';
import { type AuditActions, answerOf, type Trouble } from './audit-actions';
import { auditPath } from './use-audit-view';

type Older = Readonly<{
  /** The page to whose end they belong; those of another page are dropped. */
  page: AuditLogPage;
  entries: readonly AuditLogEntry[];
  more: boolean;
  /** The view whose entries were loaded last. */
  view: AuditView;
  /** How many came last. */
  loaded: number;
}>;

export function useOlderEntries(page: AuditLogPage, load: AuditActions['load']) {
  const timeZone = useTimeZone() ?? 'UTC';
  const [kept, setKept] = useState<Older>();
  const [trouble, setTrouble] = useState<Readonly<{ page: AuditLogPage; reason: Trouble }>>();
  const [loading, setLoading] = useState(false);
  const older = kept?.page === page ? kept : undefined;
  const entries = older ? [...page.entries, ...older.entries] : page.entries;
  const last = entries.at(-1)?.sequence;
  const next = { ...page.view, ...(last !== undefined && { before: last }) };

  const loadOlder = async () => {
    if (loading) return;
    setLoading(true);
    setTrouble(undefined);
    const answer = await answerOf(load({ view: next, timeZone }));
    setLoading(false);
    if ('trouble' in answer) return setTrouble({ page, reason: answer.trouble });
    const { entries: found, more } = answer.value;
    setKept({
      page,
      entries: [...(older?.entries ?? []), ...found],
      more,
      view: next,
      loaded: found.length,
    });
    replaceAddress(auditPath(next));
  };
  return {
    entries,
    more: older?.more ?? page.more,
    /** Where a reload leads, and a link to an open entry. */
    view: older?.view ?? page.view,
    /** Where the older entries are, as a page of their own. */
    next,
    loaded: older?.loaded ?? 0,
    loading,
    trouble: trouble?.page === page ? trouble.reason : undefined,
    loadOlder,
  };
}
