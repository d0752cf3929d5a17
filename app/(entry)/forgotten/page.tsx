import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CommandText } from '@/components/users/command-text';
import { EntryCard } from '@/components/users/entry-card';
import { EntryLink } from '@/components/users/entry-note';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('forgotten.title') };
}

export default async function ForgottenPage() {
  const t = await getTranslations('signIn.forgotten');
  return (
    <EntryCard title={t('title')}>
      <p>{t('askAdmin')}</p>
      <p>{t('onlyAdmin')}</p>
      <CommandText text="npm run -s mailspan -- reset-password --email name@contoso.com" />
      <EntryLink href="/sign-in" text={t('back')} />
    </EntryCard>
  );
}
