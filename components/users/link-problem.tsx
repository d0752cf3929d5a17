'use client';
import { Link } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/operations/outcome';
import { EntryCard } from './entry-card';

type LinkProblemProps = Readonly<{ problem: Problem; purpose: 'setup' | 'invite' | 'reset' }>;

/** Why a one-time link opens nothing, and what to do about it. */
export function LinkProblem({ problem, purpose }: LinkProblemProps) {
  const t = useTranslations('signIn.links');
  const setUp = purpose === 'setup';
  const code = problem.kind === 'conflict' ? problem.code : undefined;
  const [title, description] =
    code === 'linkUsed'
      ? [t('usedTitle'), setUp ? t('setUpUsed') : t('used')]
      : code === 'linkExpired'
        ? [t('expiredTitle'), setUp ? t('setUpExpired') : t('expired')]
        : [t('unknownTitle'), setUp ? t('setUpUnknown') : t('unknown')];
  return (
    <EntryCard title={title} description={description}>
      <Link href="/sign-in">{t('toSignIn')}</Link>
    </EntryCard>
  );
}
