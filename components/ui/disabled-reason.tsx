'use client';
import { Tooltip } from '@fluentui/react-components';
import { cloneElement, type ReactElement } from 'react';

type Disableable = ReactElement<{ disabledFocusable?: boolean }>;

/**
 * A button that can't be used for a reason: it keeps its place in the tab order, and says the reason on hover, on
 * focus and to screen readers. Without a reason the button is as it was.
 */
export function DisabledReason({
  reason,
  children,
}: Readonly<{ reason: string | undefined; children: Disableable }>) {
  if (reason === undefined) return children;
  return (
    <Tooltip relationship="description" content={reason} withArrow>
      {cloneElement(children, { disabledFocusable: true })}
    </Tooltip>
  );
}
