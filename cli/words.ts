// The console's words for a terminal: the language that the environment asks for, the same messages as in the browser.
import { createFormatter, createTranslator } from 'next-intl';
import type { Finding } from '../lib/mailflow/finding';
import { LOCALES, type Locale, MESSAGES, type Namespace } from '../messages';

/** As POSIX weighs them: `LC_ALL` before `LC_MESSAGES` before `LANG`; English where none names a language we have. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const named = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').split(/[_.@]/)[0];
  return LOCALES.find((locale) => locale === named) ?? 'en';
}

/** One namespace of messages in `locale`. */
export const getTranslations = <N extends Namespace>(namespace: N, locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace });

/** Numbers and dates as `locale` writes them, in the machine's time zone. */
export const formatterOf = (locale: Locale) =>
  createFormatter({ locale, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone });

/** What a field's finding says. */
export const findingWords = (locale: Locale): ((finding: Finding) => string) => {
  const t = getTranslations('findings', locale);
  return ({ code, params }) => t(code, { value: '', max: 0, host: '', port: 0, ...params });
};
