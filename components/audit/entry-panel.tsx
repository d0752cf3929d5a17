'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { EntryDrawerProps } from './entry-drawer';

const load = () => import('./entry-drawer');
const EntryDrawer = lazy(load);

/** Fetches the panel's code before it is asked for: somebody is near a row. Where that fails, opening tries again. */
export const preloadEntry = (): void => void load().catch(() => undefined);

const never = () => () => undefined;

/** One entry, from the right. Its code is loaded when a panel opens first; render it while it is open. */
export function EntryPanel(props: EntryDrawerProps) {
  // The drawer lies in a portal, which no server can render: a deep link opens it once the page has come alive.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return null;
  return (
    <Suspense fallback={null}>
      <EntryDrawer {...props} />
    </Suspense>
  );
}
