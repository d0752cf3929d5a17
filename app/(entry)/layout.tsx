import type { ReactNode } from 'react';
import { LanguageSelect } from '@/components/frame/language-select';
import { withWords } from '../words';

/** Around the pages for people who are not signed in. */
function EntryLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <>
      <LanguageSelect />
      {children}
    </>
  );
}

export default withWords(EntryLayout, 'signIn');
