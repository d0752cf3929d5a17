import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntryCard } from '@/components/users/entry-card';
import { EntryNote } from '@/components/users/entry-note';
import { LinkProblem } from '@/components/users/link-problem';
import { NewPasswordForm } from '@/components/users/new-password-form';
import { findReset } from '@/lib/operations/users-reset';
import { requestContext } from '@/lib/server-request';
import { resetPasswordAction } from './actions';

type TokenProps = Readonly<{ params: Promise<{ token: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('reset.title'), referrer: 'no-referrer' };
}

export default async function ResetPage({ params }: TokenProps) {
  const { token } = await params;
  const reset = await findReset(await requestContext(), token);
  if (!reset.ok) return <LinkProblem problem={reset.problem} purpose="reset" />;
  const { email, disabled } = reset.value;
  const t = await getTranslations('signIn.reset');
  return (
    <EntryCard title={t('title')} description={t('description', { email })}>
      {disabled && <EntryNote text={t('disabled')} />}
      <NewPasswordForm reset={resetPasswordAction} token={token} email={email} />
    </EntryCard>
  );
}
