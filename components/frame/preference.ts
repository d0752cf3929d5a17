// A reader's own choices, kept in cookies that the server reads: no flash of another language, theme or width.

export type ThemeChoice = 'light' | 'dark' | 'system';
export type Preference = 'locale' | 'theme' | 'nav' | 'timeZone' | 'homeGuide';

const ONE_YEAR_SECONDS = 31_536_000;

/** Keeps a choice for a year, for this browser. Nothing secret: the page's own scripts may write it. */
export function keepPreference(name: Preference, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists only over https.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}

/** The theme that a cookie holds; anything else follows the system. */
export const themeChoice = (cookie: string | undefined): ThemeChoice =>
  cookie === 'light' || cookie === 'dark' ? cookie : 'system';
