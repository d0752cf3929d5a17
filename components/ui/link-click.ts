// A link that does its work in the page: only for the plain click, so that "open in a new tab" goes on working.
import type { MouseEvent } from 'react';

/** Runs `act` instead of following the link, unless a key or another button asks for a new tab or window. */
export const onPlainClick = (act: () => void) => (event: MouseEvent) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act();
};
