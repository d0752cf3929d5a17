import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageSelect } from '@/components/frame/language-select';
import { messagesOf } from '../messages-of';

/** Around the pages for people who are not signed in. */
export default async function EntryLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <NextIntlClientProvider messages={await messagesOf('common', 'frame', 'signIn')}>
      <LanguageSelect />
      {children}
    </NextIntlClientProvider>
  );
}
