'use client';
import { lazy, Suspense } from 'react';
import type { DraftMovedDialogProps } from './draft-moved-dialog-surface';

const DraftMovedDialogSurface = lazy(() => import('./draft-moved-dialog-surface'));

/** Whose draft shall be the one. Its code is loaded when it opens first; render it while open. */
export function DraftMovedDialog(props: DraftMovedDialogProps) {
  return (
    <Suspense fallback={null}>
      <DraftMovedDialogSurface {...props} />
    </Suspense>
  );
}
