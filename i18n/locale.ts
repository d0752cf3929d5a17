// Which language and which time zone a reader gets. Pure: what the request says comes in.
import { LOCALES, type Locale } from '../messages';

const isLocale = (name: string): name is Locale => LOCALES.some((known) => known === name);

/** The chosen language (the `locale` cookie), else the first that the browser accepts and we have, else English. */
export function localeFor(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (chosen !== undefined && isLocale(chosen)) return chosen;
  return accepted(acceptLanguage ?? '').find(isLocale) ?? 'en';
}

/** Primary languages of an Accept-Language header, best first (RFC 9110, 12.5.4); q=0 is a refusal. */
function accepted(header: string): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [range = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const quality = parameters.find((part) => part.startsWith('q='))?.slice(2);
      return { language: range.toLowerCase().split('-')[0] ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}

/** The browser's time zone (the `timeZone` cookie, set on the first visit) where it is one, else UTC. */
export function timeZoneFor(name: string | undefined): string {
  if (!name) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
