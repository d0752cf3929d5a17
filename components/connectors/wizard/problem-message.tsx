'use client';
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/operations/outcome';
import { useFindingText } from './finding-text';

/** What the console answered instead of doing it, and what to do now. Nothing that was entered is lost. */
export function ProblemMessage({ problem }: Readonly<{ problem: Problem | 'failed' }>) {
  const t = useTranslations('wizard.problems');
  const text = useFindingText();
  const sentence = (): string => {
    if (problem === 'failed') return t('failed');
    if (problem.kind === 'invalid') return problem.findings.map(text).join(' ');
    if (problem.kind === 'rateLimited') return t('rateLimited', { seconds: problem.retryAfterSeconds });
    return t(problem.kind);
  };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {sentence()}{' '}
        {problem !== 'failed' && problem.kind === 'signedOut' && (
          <Link href="/sign-in?next=/connectors/new">{t('signIn')}</Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
