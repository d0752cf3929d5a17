import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EntryCard } from '@/components/users/entry-card';
import { EntryLink, EntryNote } from '@/components/users/entry-note';
import { SignInForm } from '@/components/users/sign-in-form';
import { nextPath } from '@/lib/auth/next-path';
import { awaitsSetUp } from '@/lib/operations/set-up';
import { requestContext } from '@/lib/server-request';
import { signInAction } from './actions';

type SearchProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('signIn.title') };
}

export default async function SignInPage({ searchParams }: SearchProps) {
  const next = nextPath((await searchParams).next);
  const context = await requestContext();
  if (context.who) redirect(next);
  const t = await getTranslations('signIn.signIn');
  return (
    <EntryCard title={t('title')}>
      {(await awaitsSetUp(context)) && <EntryNote text={t('awaitsSetUp')} />}
      <SignInForm signIn={signInAction} next={next} />
      <EntryLink href="/forgotten" text={t('forgotten')} />
    </EntryCard>
  );
}
