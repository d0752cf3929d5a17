// Taking chosen rows over: once at a time. Where what is here has moved meanwhile, the plan is read again, the choice is
// kept, and what is different now is marked.
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { answered, type SetupAction, useSetupProblem } from '@/components/setup/use-setup-action';
import type { Notice } from '@/components/ui/command-notice';
import type { ImportPlanView, TakenCounts } from '@/lib/operations/import-view';
import type { PlanLine } from './plan-line';

export type ApplyAction = SetupAction<TakenCounts>;

const spelled = (lines: readonly PlanLine[]) =>
  new Map(lines.map((line) => [line.key, JSON.stringify(line)]));

export function useApply(
  plan: Pick<ImportPlanView, 'id' | 'revision'>,
  lines: readonly PlanLine[],
  apply: ApplyAction,
) {
  const t = useTranslations('exchange.plan');
  const router = useRouter();
  const problemWords = useSetupProblem();
  const [sending, setBusy] = useState(false);
  // Until the plan was read again: a choice of the old one would be refused once more.
  const [refreshing, start] = useTransition();
  const busy = sending || refreshing;
  const [notice, setNotice] = useState<Notice>();
  /** What the rows said when the last try was refused. */
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>();
  const now = refused && spelled(lines);
  const moved = new Set([...(now ?? [])].flatMap(([key, said]) => (refused?.get(key) === said ? [] : [key])));

  /** True where it was taken over. */
  const run = async (keys: readonly string[], note: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setNotice(undefined);
    const { id, revision } = plan;
    const rows = keys.map((key) => ({ key }));
    const answer = await answered(apply({ id, keys: rows, revision, ...(note !== '' && { note }) }));
    setBusy(false);
    if (answer.ok) {
      setRefused(undefined);
      setNotice({ intent: 'success', text: t('applied.done', answer.value) });
    } else if (answer.problem?.kind === 'conflict' && answer.problem.code === 'setupMoved') {
      setRefused(spelled(lines));
      setNotice({ intent: 'warning', text: t('applied.moved') });
    } else {
      setNotice({ intent: 'error', text: problemWords(answer.problem) });
    }
    start(() => router.refresh());
    return answer.ok;
  };
  return { run, busy, moved, notice, dismiss: () => setNotice(undefined) };
}
