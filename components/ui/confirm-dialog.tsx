'use client';
import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog-surface';

const ConfirmDialogSurface = lazy(() => import('./confirm-dialog-surface'));

/** Asks before something that can't be taken back. Its code is loaded when it opens first; render it while open. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense fallback={null}>
      <ConfirmDialogSurface {...props} />
    </Suspense>
  );
}
