'use client';
import { useFocusFinders } from '@fluentui/react-components';
import { useEffect } from 'react';
import { holdFocusManager } from './focus-keeper';

/** Renders nothing: whoever uses the focus manager keeps it alive. */
function HeldFocusManager() {
  useFocusFinders();
  return null;
}

/**
 * For what lies over a page and hides the rest from screen readers. Fluent's focus manager shows the rest again only
 * while it lives, and without this it ends with the panel or the page that opened it (microsoft/tabster#530). Comes with
 * the panel's own code: one that is closed at once must not wait for more to load.
 */
export function useKeptFocusManager(): void {
  useEffect(() => holdFocusManager(HeldFocusManager), []);
}
