'use client';
import { cloneElement, lazy, type ReactElement, Suspense } from 'react';

const DisabledReasonSurface = lazy(() => import('./disabled-reason-surface'));

type Disableable = ReactElement<{ disabledFocusable?: boolean }>;

/**
 * A button that can't be used for a reason: it keeps its place in the tab order, and says the reason on hover, on
 * focus and to screen readers. Without a reason the button is as it was, and nothing is loaded.
 */
export function DisabledReason({
  reason,
  children,
}: Readonly<{ reason: string | undefined; children: Disableable }>) {
  if (reason === undefined) return children;
  const disabled = cloneElement(children, { disabledFocusable: true });
  return (
    <Suspense fallback={disabled}>
      <DisabledReasonSurface reason={reason}>{disabled}</DisabledReasonSurface>
    </Suspense>
  );
}
