// The page's address, changed without asking the server: Next's router follows, and with it useSearchParams.
// It listens by a function of its own on `history`, which it sets a moment after buttons and links have come alive.

type Change = 'pushState' | 'replaceState';

const ROUNDS = 100;

const change = (how: Change, path: string, roundsLeft = ROUNDS): void => {
  if (Object.hasOwn(window.history, how)) window.history[how](null, '', path);
  // An address that nobody follows would show one thing and mean another.
  else if (roundsLeft > 0) setTimeout(() => change(how, path, roundsLeft - 1), 1);
  else if (how === 'pushState') window.location.assign(path);
  else window.location.replace(path);
};

/** Leads to `path`, so that the browser's Back leads here again. */
export const pushAddress = (path: string): void => change('pushState', path);

/** Puts `path` in the place of the present address. */
export const replaceAddress = (path: string): void => change('replaceState', path);
