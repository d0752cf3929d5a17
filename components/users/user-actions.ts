'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OneTimeLink } from '@/lib/operations/invitation-links';
import type { Outcome, Problem } from '@/lib/operations/outcome';

type Action<T> = (input: unknown) => Promise<Outcome<T>>;

/** The actions of the users page, handed down by its route. */
export type UserActions = Readonly<{
  invite: Action<OneTimeLink>;
  revoke: Action<undefined>;
  setRole: Action<undefined>;
  setEnabled: Action<undefined>;
  endSessions: Action<{ ended: number }>;
  requestReset: Action<OneTimeLink>;
}>;

/** What came of the last action, to be shown above the list. */
export type Notice = Readonly<{ intent: 'success' | 'error'; text: string }>;

/** Runs one action at a time, reads the list again after each, and says what came of it. */
export function useUserAction() {
  const router = useRouter();
  const words = useProblemWords();
  const [notice, setNotice] = useState<Notice>();
  const [pending, setPending] = useState(false);

  /** Answers the value, or undefined after a problem. `said` are the words of success, if any. */
  const run = async <T>(
    action: () => Promise<Outcome<T>>,
    said?: (value: T) => string,
  ): Promise<{ value: T } | undefined> => {
    setPending(true);
    setNotice(undefined);
    try {
      const outcome = await action();
      if (!outcome.ok) {
        setNotice({ intent: 'error', text: words(outcome.problem) });
        return undefined;
      }
      if (said) setNotice({ intent: 'success', text: said(outcome.value) });
      return { value: outcome.value };
    } catch {
      // The network or the server failed; the server's log has the cause.
      setNotice({ intent: 'error', text: words(undefined) });
      return undefined;
    } finally {
      setPending(false);
      router.refresh();
    }
  };
  return { run, notice, pending };
}

/** The words for a problem on this page. */
export function useProblemWords() {
  const t = useTranslations('users.problems');
  const common = useTranslations('common');
  return (problem: Problem | undefined): string => {
    if (problem?.kind === 'storage') return common('storage', { trouble: problem.trouble });
    const key = problem?.kind === 'conflict' ? problem.code : problem?.kind;
    switch (key) {
      case 'lastAdmin':
      case 'ownAccount':
      case 'emailTaken':
      case 'notFound':
      case 'signedOut':
      case 'forbidden':
        return t(key);
      default:
        return t('unexpected');
    }
  };
}
