// Validations that were asked for here: which rows wait for theirs, and the list looked at again until they have it.
import { useEffect, useState } from 'react';
import type { ConnectorRow } from '@/lib/operations/list-connectors';

type Awaited = Readonly<{ id: string; before: number | undefined; until: number }>;

const LOOK_MS = 3_000;
/** A run that takes longer, or was cancelled, is no longer waited for. */
const WAIT_MS = 5 * 60_000;

const timeOf = (row: Pick<ConnectorRow, 'lastValidatedAt'> | undefined): number | undefined =>
  row?.lastValidatedAt?.getTime();

/** `look` asks for the rows again. Only rows on screen are waited for. */
export function useValidationWatch(rows: readonly ConnectorRow[], look: () => void) {
  const [awaited, setAwaited] = useState<readonly Awaited[]>([]);
  const open = awaited.filter(({ id, before }) => {
    const row = rows.find((each) => each.id === id);
    return row !== undefined && timeOf(row) === before;
  });
  const isWaiting = open.length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      setAwaited((all) => all.filter(({ until }) => Date.now() < until));
      if (document.visibilityState === 'visible') look();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isWaiting, look]);
  return {
    isAwaited: (id: string): boolean => open.some((each) => each.id === id),
    await: (ids: readonly string[]) => {
      const until = Date.now() + WAIT_MS;
      const added = ids.map((id) => ({ id, until, before: timeOf(rows.find((each) => each.id === id)) }));
      setAwaited((all) => [...all.filter(({ id }) => !ids.includes(id)), ...added]);
    },
  };
}
