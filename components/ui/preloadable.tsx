'use client';
import { type ComponentType, use } from 'react';

/**
 * A component whose code comes later, between the nearest Suspense. Once `preload` has brought it, it renders at once:
 * React's own lazy() would show the fallback first even then.
 */
export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let part: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const preload = () => {
    coming ??= load().then((loaded) => {
      part = loaded;
      return loaded;
    });
    return coming;
  };
  return Object.assign(
    (props: Props) => {
      const Part = part ?? use(preload());
      return <Part {...props} />;
    },
    { preload },
  );
}
