'use client';
import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** Loaded by disabled-reason.tsx where there is a reason. */
export default function DisabledReasonSurface({
  reason,
  children,
}: Readonly<{ reason: string; children: ReactElement }>) {
  return (
    <Tooltip relationship="description" content={reason} withArrow>
      {children}
    </Tooltip>
  );
}
