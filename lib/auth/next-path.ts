// Where to go after sign-in: a path of this console. Refuses every address that would leave it.

const BASE = 'http://console.invalid';
/** Pages that make no sense as a destination for someone who has just signed in. */
const ENTRY = /^\/(sign-in|sign-out|set-up|invite|reset|forgotten)(\/|\?|#|$)/;

/** The same-origin path that `asked` names, with query and fragment, or `/`. */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2_000 || !asked.startsWith('/')) return '/';
  // Browsers read `//host` and `/\host` as another host, and drop tabs and line ends before they look.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/^\/[/\\]/.test(asked) || /[\u0000-\u001f\u007f]/.test(asked)) return '/';
  if (!URL.canParse(asked, BASE)) return '/';
  const url = new URL(asked, BASE);
  // The path is looked at once more after it was resolved: `/.//host` becomes `//host`.
  if (url.origin !== BASE || url.pathname.startsWith('//') || ENTRY.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  const next = nextPath(path);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
