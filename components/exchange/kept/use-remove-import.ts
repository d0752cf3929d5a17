// Removing kept imports, one after another: the first that can't be removed ends it.
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answered, type SetupAction, useSetupProblem } from '@/components/setup/use-setup-action';
import type { Notice } from '@/components/ui/command-notice';

export type RemoveImportAction = SetupAction<unknown>;

export function useRemoveImport(remove: RemoveImportAction) {
  const t = useTranslations('exchange.kept');
  const router = useRouter();
  const words = useSetupProblem();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const run = async (ids: readonly string[]): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setNotice(undefined);
    let removed = 0;
    for (const id of ids) {
      const answer = await answered(remove({ id }));
      if (!answer.ok) {
        setNotice({ intent: 'error', text: words(answer.problem) });
        break;
      }
      removed += 1;
    }
    if (removed === ids.length) setNotice({ intent: 'success', text: t('removed', { count: removed }) });
    setBusy(false);
    router.refresh();
  };
  return { run, busy, notice, dismiss: () => setNotice(undefined) };
}
