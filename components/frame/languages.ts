// The languages, each in its own words.
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useTransition } from 'react';
import type { Locale } from '@/messages';
import { keepPreference } from './preference';

const NAMES: Readonly<Record<Locale, string>> = { en: 'English', it: 'Italiano' };

export const LANGUAGES = (Object.keys(NAMES) as Locale[]).map((value) => ({
  value,
  text: NAMES[value],
  lang: value,
}));

/** The language in use, and a switch that keeps the page and all that is typed in it. */
export function useLanguage() {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const choose = (value: string) => {
    const locale = LANGUAGES.find((language) => language.value === value)?.value;
    if (!locale) return;
    keepPreference('locale', locale);
    startTransition(() => router.refresh());
  };
  return { locale: useLocale(), choose };
}
