'use client';
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/operations/outcome';
import { useFindingText } from './finding-text';

type ProblemMessageProps = Readonly<{
  problem: Problem | 'failed';
  /** The sentence, where a new connector's does not fit. */
  text?: string | undefined;
}>;

/** What the console answered instead of doing it, and what to do now. Nothing that was entered is lost. */
export function ProblemMessage({ problem, text }: ProblemMessageProps) {
  const t = useTranslations('wizard.problems');
  const common = useTranslations('common');
  const findingText = useFindingText();
  const query = useSearchParams().toString();
  const here = `${usePathname()}${query && `?${query}`}`;
  const sentence = (): string => {
    if (problem === 'failed') return t('failed');
    if (problem.kind === 'invalid') return problem.findings.map(findingText).join(' ');
    if (problem.kind === 'rateLimited') {
      const { limit = 'openRuns', max = 0, retryAfterSeconds: seconds } = problem;
      return t('rateLimited', { limit, max, seconds, minutes: Math.ceil(seconds / 60) });
    }
    if (problem.kind === 'storage') return common('storage', { trouble: problem.trouble });
    // The wizard hands no file over.
    return t(problem.kind === 'unreadableFile' ? 'malformed' : problem.kind);
  };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {text ?? sentence()}{' '}
        {problem !== 'failed' && problem.kind === 'signedOut' && (
          <Link href={`/sign-in?next=${encodeURIComponent(here)}`} data-keeps-input>
            {t('signIn')}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
