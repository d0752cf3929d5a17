'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ACCOUNT_ERRORS, NAME_MAX } from '@/lib/auth/account-rules';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/auth/password';
import type { Outcome, Problem } from '@/lib/operations/outcome';

/** An action that may open a session. */
export type SessionAction = (input: unknown) => Promise<Outcome<{ signedIn: boolean }>>;

/** The words for a refusal of a field; undefined without one. */
export function useFieldErrors() {
  const t = useTranslations('signIn');
  return (message: string | undefined): string | undefined => {
    if (message === undefined) return undefined;
    if (message === 'emailTaken') return t('errors.emailTaken');
    const key = ACCOUNT_ERRORS.find((known) => known === message) ?? 'other';
    return t(`errors.${key}`, { min: PASSWORD_MIN, max: PASSWORD_MAX, nameMax: NAME_MAX });
  };
}

/**
 * Calls an action, then leads to `next` by a full load, so that nothing of an earlier session stays in the page.
 * `message` is what to show above the form; `onProblem` takes a problem that belongs to a field and answers true.
 */
export function useEntryAction(
  action: SessionAction,
  onProblem: (problem: Problem) => boolean = () => false,
) {
  const words = useProblemWords();
  const [message, setMessage] = useState<string>();
  const [leaving, setLeaving] = useState(false);

  const submit = async (input: unknown, next: string, onSignedOut?: () => void): Promise<void> => {
    setMessage(undefined);
    try {
      const outcome = await action(input);
      if (!outcome.ok) {
        if (!onProblem(outcome.problem)) setMessage(words(outcome.problem));
      } else if (outcome.value.signedIn) {
        setLeaving(true);
        window.location.assign(next);
      } else onSignedOut?.();
    } catch {
      // The network or the server failed; the server's log has the cause.
      setMessage(words(undefined));
    }
  };
  return { submit, message, leaving };
}

function useProblemWords() {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  return (problem: Problem | undefined): string => {
    if (problem?.kind === 'storage') return common('storage', { trouble: problem.trouble });
    if (problem?.kind === 'rateLimited') {
      return t('problems.rateLimited', { minutes: Math.ceil(problem.retryAfterSeconds / 60) });
    }
    if (problem?.kind === 'malformed') return t('problems.malformed');
    if (problem?.kind === 'notFound') return t('links.unknown');
    if (problem?.kind !== 'conflict') return t('problems.unexpected');
    switch (problem.code) {
      case 'wrongPassword':
        return t('problems.wrongPassword');
      case 'accountDisabled':
        return t('problems.accountDisabled');
      case 'linkUsed':
        return t('links.used');
      case 'linkExpired':
        return t('links.expired');
      default:
        return t('problems.unexpected');
    }
  };
}
