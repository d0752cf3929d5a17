// Restoring asks first, asks for another name where the old one was taken meanwhile, and says what came of it.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeletedRow } from '@/lib/operations/deleted-connectors';
import type { Outcome, Problem } from '@/lib/operations/outcome';
import type { UndeletedConnector } from '@/lib/operations/undelete-connectors';

export type UndeleteAction = (input: unknown) => Promise<Outcome<UndeletedConnector>>;

/** What came of it; `id` is the connector that is in force again. */
export type Restored = Readonly<{ intent: 'success' | 'error'; text: string; id?: string }>;

/** `onDone` is told once for each restored connector, and where the list on screen has proven old. */
export function useRestore(action: UndeleteAction, onDone: () => void) {
  const t = useTranslations('deleted');
  const common = useTranslations('common');
  const [asked, setAsked] = useState<DeletedRow>();
  const [isTaken, setTaken] = useState(false);
  const [name, setName] = useState('');
  const [nameProblem, setNameProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Restored>();

  const ask = (row: DeletedRow) => {
    setNotice(undefined);
    setTaken(false);
    setNameProblem(undefined);
    setName(row.name);
    setAsked(row);
  };
  const end = (restored: Restored) => {
    setAsked(undefined);
    setNotice(restored);
    onDone();
  };
  const answer = (row: DeletedRow, problem: Problem | undefined) => {
    if (problem?.kind === 'storage')
      return end({ intent: 'error', text: common('storage', { trouble: problem.trouble }) });
    if (problem?.kind !== 'invalid') {
      const kind = problem?.kind;
      const known = kind === 'notFound' || kind === 'signedOut' || kind === 'forbidden' ? kind : 'unexpected';
      return end({ intent: 'error', text: t(`problems.${known}`) });
    }
    // The first time the old name was tried, from here on what was typed.
    if (isTaken) return setNameProblem(t('problems.invalidName'));
    setTaken(true);
    setName(t('dialog.suggestion', { name: row.name }));
  };
  const confirm = async () => {
    if (!asked || busy) return;
    setBusy(true);
    setNameProblem(undefined);
    // Without the network, or the server, there is no answer at all.
    const outcome = await action({ id: asked.id, ...(isTaken && { name }) }).catch(() => undefined);
    setBusy(false);
    if (!outcome?.ok) return answer(asked, outcome?.problem);
    end({ intent: 'success', id: asked.id, text: t('restored', { name: outcome.value.name }) });
  };
  return {
    asked,
    isTaken,
    name,
    nameProblem,
    busy,
    notice,
    ask,
    setName,
    confirm,
    cancel: () => setAsked(undefined),
    dismissNotice: () => setNotice(undefined),
  };
}
