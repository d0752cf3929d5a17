import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntryCard } from '@/components/users/entry-card';
import { LinkProblem } from '@/components/users/link-problem';
import { NewAccountForm } from '@/components/users/new-account-form';
import { findSetUpLink } from '@/lib/operations/set-up';
import { requestContext } from '@/lib/server-request';
import { completeSetUpAction } from './actions';

type SearchProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('setUp.title'), referrer: 'no-referrer' };
}

export default async function SetUpPage({ searchParams }: SearchProps) {
  const { token } = await searchParams;
  const asked = typeof token === 'string' ? token : '';
  const link = await findSetUpLink(await requestContext(), asked);
  if (!link.ok) return <LinkProblem problem={link.problem} purpose="setup" />;
  const t = await getTranslations('signIn.setUp');
  return (
    <EntryCard title={t('title')} description={t('description')}>
      <NewAccountForm create={completeSetUpAction} token={asked} submitLabel={t('submit')} />
    </EntryCard>
  );
}
