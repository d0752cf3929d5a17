// The view of the log lives in the URL; this changes it, and says while the entries of the new view are on their way.
import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { type AuditView, auditViewQuery, WHOLE_LOG } from '@/lib/operations/audit-log-query';

/** The address of a view, with one entry open if given. */
export const auditPath = (view: AuditView, entry?: number): string => `/audit${auditViewQuery(view, entry)}`;

/** The view from its newest entry on. */
export const fromNewest = ({ before: _, ...view }: AuditView): AuditView => view;

export function useAuditView(current: AuditView) {
  const router = useRouter();
  const [pending, start] = useTransition();
  // Controls follow the hand at once, the entries when they are there.
  const [view, setView] = useOptimistic(current);

  /** Every change leads to the newest entries. `typed` keeps each letter out of the history. */
  const show = (change: Partial<AuditView>, typed = false) =>
    start(() => {
      const next = { ...fromNewest(view), ...change };
      setView(next);
      router[typed ? 'replace' : 'push'](auditPath(next), { scroll: false });
    });
  const clear = () => show(WHOLE_LOG);
  /** The newest entries, read again. */
  const refresh = () =>
    start(() => {
      router.replace(auditPath(fromNewest(view)), { scroll: false });
      router.refresh();
    });
  return { view, show, clear, refresh, pending };
}
