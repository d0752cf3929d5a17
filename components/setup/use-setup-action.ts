// Running an action on accepted domains or rules: one at a time, the page read again after each, and words for what came
// of it.
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Notice } from '@/components/ui/command-notice';
import type { Outcome, Problem } from '@/lib/operations/outcome';

export type SetupAction<T> = (input: unknown) => Promise<Outcome<T>>;

/** The value, or the problem; without one of its own where network or server failed. */
export type Answer<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem?: Problem }>;

/** Never throws: what threw has no problem, and the server's log has the cause. */
export const answered = async <T>(outcome: Promise<Outcome<T>>): Promise<Answer<T>> =>
  outcome.catch(() => ({ ok: false }));

/** The words for a problem that no field shows. */
export function useSetupProblem(): (problem: Problem | undefined) => string {
  const t = useTranslations('mailSetup.problems');
  const common = useTranslations('common');
  return (problem) => {
    if (problem?.kind === 'storage') return common('storage', { trouble: problem.trouble });
    const key = problem?.kind === 'conflict' ? problem.code : problem?.kind;
    switch (key) {
      case 'signedOut':
      case 'forbidden':
      case 'notFound':
      case 'setupMoved':
      case 'nothingChanged':
      case 'defaultDomain':
      case 'rateLimited':
      case 'notConfirmable':
        return t(key);
      default:
        return t('unexpected');
    }
  };
}

export function useSetupAction() {
  const router = useRouter();
  const words = useSetupProblem();
  const [notice, setNotice] = useState<Notice>();
  const [busy, setBusy] = useState(false);

  /** Answers the value, or undefined after a problem, which the notice then says. */
  const run = async <T>(
    action: () => Promise<Outcome<T>>,
    said: (value: T) => Notice,
  ): Promise<T | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setNotice(undefined);
    const answer = await answered(action());
    setBusy(false);
    setNotice(answer.ok ? said(answer.value) : { intent: 'error', text: words(answer.problem) });
    router.refresh();
    return answer.ok ? answer.value : undefined;
  };
  return { run, busy, notice, setNotice };
}
