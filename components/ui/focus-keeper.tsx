'use client';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';

const HeldFocusManager = lazy(() => import('./held-focus-manager'));

let isNeeded = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/**
 * For what lies over a page and hides the rest from screen readers. Fluent's focus manager shows the rest again only
 * while it lives, and without this it ends with the page that a link in a panel leaves (microsoft/tabster#530).
 */
export function useKeptFocusManager(): void {
  useEffect(() => {
    isNeeded = true;
    for (const tell of listeners) tell();
  }, []);
}

/** Stands around all pages, and holds the focus manager from the first panel or dialog on. */
export function FocusKeeper() {
  const needed = useSyncExternalStore(
    subscribe,
    () => isNeeded,
    () => false,
  );
  return <Suspense fallback={null}>{needed && <HeldFocusManager />}</Suspense>;
}
