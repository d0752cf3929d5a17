// A row of a table that opens when it is clicked anywhere.
import type { MouseEvent } from 'react';

/** True for a click that is the row's: not on what has a meaning of its own, and not the end of selecting text. */
export const isOwnClick = ({ target }: MouseEvent): boolean =>
  !(target instanceof Element && target.closest('a, input, label, button')) &&
  window.getSelection()?.type !== 'Range';
