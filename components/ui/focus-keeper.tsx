'use client';
import { type ComponentType, useSyncExternalStore } from 'react';

let held: ComponentType | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** From now on `Manager` stands around all pages. See held-focus-manager.tsx, which is loaded with the first panel. */
export function holdFocusManager(Manager: ComponentType): void {
  held = Manager;
  for (const tell of listeners) tell();
}

/** Stands around all pages, and holds the focus manager from the first panel or dialog on. */
export function FocusKeeper() {
  const Manager = useSyncExternalStore(
    subscribe,
    () => held,
    () => undefined,
  );
  return Manager ? <Manager /> : null;
}
