'use client';
import { type ComponentType, lazy, Suspense, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * A panel whose code is loaded when one opens first: render it while it is open. `preload` fetches the code before that,
 * when somebody is near; where that fails, opening tries again.
 */
export function latePanel<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Panel = lazy(load);
  return Object.assign(
    (props: Props) => {
      // A panel lies in a portal, which no server can render: a deep link opens it once the page has come alive.
      const alive = useSyncExternalStore(
        never,
        () => true,
        () => false,
      );
      if (!alive) return null;
      return (
        <Suspense fallback={null}>
          <Panel {...props} />
        </Suspense>
      );
    },
    { preload: (): void => void load().catch(() => undefined) },
  );
}
