// Which entry's panel is open: the URL says it, so that the back button closes it and a link opens it.
import { useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { pushAddress, replaceAddress } from '@/components/ui/address';
import { type AuditView, openEntry } from '@/lib/operations/audit-log-query';
import { auditPath } from './use-audit-view';

/** `view` is what the list shows now. */
export function useOpenEntry(view: AuditView) {
  const entry = useSearchParams().get('entry');
  const openSequence = openEntry(entry === null ? {} : { entry });
  const openedHere = useRef(false);
  if (openSequence === undefined) openedHere.current = false;

  /** Without a round trip: the list stays as it is. */
  const open = (sequence: number) => {
    openedHere.current = true;
    pushAddress(auditPath(view, sequence));
  };
  /** Leaves no closed panel behind in the history. */
  const close = () => {
    if (openedHere.current) window.history.back();
    else replaceAddress(auditPath(view));
  };
  return { openSequence, open, close };
}
