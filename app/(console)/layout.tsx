import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ConsoleFrame } from '@/components/frame/console-frame';
import { themeChoice } from '@/components/frame/preference';
import { QueryProvider } from '@/components/frame/query-provider';
import { AccountMenu } from '@/components/users/account-menu';
import { signedIn } from '@/lib/server-request';
import { signOutAction } from '../(entry)/sign-out/actions';
import { withWords } from '../words';

// No loading.tsx beside this: it would send status 200 before a page could answer 403 or 404.

/** Around every page for people who are signed in. */
async function ConsoleLayout({ children }: Readonly<{ children: ReactNode }>) {
  const [{ name, email, role }, jar] = await Promise.all([signedIn(), cookies()]);
  return (
    <QueryProvider>
      <ConsoleFrame
        theme={themeChoice(jar.get('theme')?.value)}
        narrowNav={jar.get('nav')?.value === 'narrow'}
        role={role}
        account={<AccountMenu name={name} email={email} role={role} signOut={signOutAction} />}
      >
        {children}
      </ConsoleFrame>
    </QueryProvider>
  );
}

export default withWords(ConsoleLayout, 'signIn', 'users');
