// What next-intl needs for one request. No language in the URL: a link works for readers of either.
import { cookies, headers } from 'next/headers';
import type { Formats } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { type Locale, MESSAGES, type Messages } from '../messages';
import { localeFor, timeZoneFor } from './locale';

/** `exact` is for tooltips of relative times, `clock` for a time of the day without its seconds; 24 hours in both languages, as server and browser spell "PM" unalike. */
const FORMATS = {
  dateTime: {
    exact: { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' },
    short: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
    date: { dateStyle: 'medium' },
    time: { timeStyle: 'medium', hourCycle: 'h23' },
    clock: { timeStyle: 'short', hourCycle: 'h23' },
  },
} as const satisfies Formats;

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
    Formats: typeof FORMATS;
  }
}

export default getRequestConfig(async () => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const locale = localeFor(jar.get('locale')?.value, asked.get('accept-language'));
  return {
    locale,
    messages: MESSAGES[locale],
    timeZone: timeZoneFor(jar.get('timeZone')?.value),
    now: new Date(),
    formats: FORMATS,
  };
});
