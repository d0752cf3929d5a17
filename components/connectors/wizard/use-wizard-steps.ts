'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { pushAddress } from '@/components/ui/address';
import type { ConnectorStep, StepId } from '@/lib/mailflow/connector-steps';

/**
 * Where the wizard stands: the step in the address, so that the browser's Back leads to the step before; only a step
 * that was visited can be gone to. Without one in the address it is `first`.
 * `reopened`: it takes the place of another wizard, and of its focus.
 */
export function useWizardSteps(
  steps: readonly ConnectorStep[],
  initiallyVisited: readonly StepId[],
  first?: StepId,
  reopened = false,
) {
  const pathname = usePathname();
  const query = useSearchParams();
  const asked = query.get('step') ?? first;
  const [visited, setVisited] = useState(initiallyVisited);
  const [moved, setMoved] = useState(reopened);
  const index = Math.max(
    steps.findIndex(({ id }) => id === asked && visited.includes(id)),
    0,
  );
  const current = steps[index] ?? steps[0];
  /** Next's router follows the address without asking the server. */
  const show = (screen: string, change = pushAddress) => {
    setMoved(true);
    const next = new URLSearchParams(query);
    next.set('step', screen);
    if (screen !== (query.get('step') ?? current?.id)) change(`${pathname}?${next}`);
  };
  const go = (id: StepId, change = pushAddress) => {
    setVisited((before) => (before.includes(id) ? before : [...before, id]));
    show(id, change);
  };
  return { steps, index, current, visited, moved, go, show };
}
