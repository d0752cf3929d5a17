// Deleting asks first, then says what came of it.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeletedConnectors } from '@/lib/operations/delete-connectors';
import type { Outcome } from '@/lib/operations/outcome';

export type NamedConnector = Readonly<{ id: string; name: string }>;
export type DeleteAction = (input: unknown) => Promise<Outcome<DeletedConnectors>>;
/** What came of it, to be shown above the list. */
export type Notice = Readonly<{ intent: 'success' | 'warning' | 'error'; text: string }>;

/** `onDone` is told once, when the answer is there, whatever it is. */
export function useDeleteConnectors(action: DeleteAction, onDone: () => void) {
  const words = useAnswerWords();
  const [asked, setAsked] = useState<readonly NamedConnector[]>();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();

  const ask = (connectors: readonly NamedConnector[]) => {
    setNotice(undefined);
    setAsked(connectors);
  };
  const confirm = async () => {
    if (!asked || busy) return;
    setBusy(true);
    try {
      setNotice(words(await action({ ids: asked.map(({ id }) => id) })));
    } catch {
      // The network or the server failed; the server's log has the cause.
      setNotice(words(undefined));
    } finally {
      setBusy(false);
      setAsked(undefined);
      onDone();
    }
  };
  return {
    asked,
    busy,
    notice,
    ask,
    confirm,
    cancel: () => setAsked(undefined),
    dismissNotice: () => setNotice(undefined),
  };
}

function useAnswerWords() {
  const t = useTranslations('connectors');
  return (outcome: Outcome<DeletedConnectors> | undefined): Notice => {
    if (!outcome?.ok) {
      const kind = outcome?.problem.kind;
      const known = kind === 'signedOut' || kind === 'forbidden' ? kind : 'unexpected';
      return { intent: 'error', text: t(`problems.${known}`) };
    }
    const { deleted, missing } = outcome.value;
    const said = [
      ...(deleted.length > 0
        ? [t('deleted.done', { count: deleted.length, name: deleted[0]?.name ?? '' })]
        : []),
      ...(missing.length > 0 ? [t('deleted.missing', { count: missing.length })] : []),
    ];
    return { intent: missing.length > 0 ? 'warning' : 'success', text: said.join(' ') };
  };
}
