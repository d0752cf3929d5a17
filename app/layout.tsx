import './theme.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { FluentRoot } from '@/components/frame/fluent-root';
import { themeChoice } from '@/components/frame/preference';
import { TimeZoneCookie } from '@/components/frame/time-zone-cookie';
import { Words } from './words';

export const metadata: Metadata = { title: { template: '%s · Mailspan', default: 'Mailspan' } };
export const viewport: Viewport = { themeColor: '#0f6cbd' };

export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  const [asked, jar, locale] = await Promise.all([headers(), cookies(), getLocale()]);
  return (
    <html lang={locale} data-theme={themeChoice(jar.get('theme')?.value)}>
      <body>
        <FluentRoot nonce={asked.get('x-nonce') ?? ''}>
          <Words>
            <TimeZoneCookie />
            {children}
          </Words>
        </FluentRoot>
      </body>
    </html>
  );
}
