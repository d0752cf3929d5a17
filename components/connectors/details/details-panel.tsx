'use client';
import { lazy, Suspense } from 'react';
import type { DetailsDrawerProps } from './details-drawer';

const DetailsDrawer = lazy(() => import('./details-drawer'));

/** One connector, from the right. Its code is loaded when a panel opens first; render it while it is open. */
export function DetailsPanel(props: DetailsDrawerProps) {
  return (
    <Suspense fallback={null}>
      <DetailsDrawer {...props} />
    </Suspense>
  );
}
