// The versions on screen: the newest come with the page, older ones are fetched when somebody asks for them.
import { useState } from 'react';
import type { ConnectorHistory, HistoryEntry } from '@/lib/operations/connector-history';
import type { Outcome } from '@/lib/operations/outcome';

export type HistoryAction = (input: unknown) => Promise<Outcome<ConnectorHistory>>;

export function useVersions({ id, versions: first, more }: ConnectorHistory, load: HistoryAction) {
  const [older, setOlder] = useState<readonly HistoryEntry[]>([]);
  const [left, setLeft] = useState(more);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const versions = [...first, ...older];
  const loadOlder = async () => {
    if (state === 'loading') return;
    setState('loading');
    // Without the network, or the server, there is no answer at all.
    const answer = await load({ connectorId: id, before: versions.at(-1)?.number }).catch(() => undefined);
    if (!answer?.ok) return setState('failed');
    setOlder([...older, ...answer.value.versions]);
    setLeft(answer.value.more);
    setState('idle');
  };
  return { versions, more: left, state, loadOlder };
}
