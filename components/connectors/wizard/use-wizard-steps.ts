'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { type StepId, visibleSteps } from '@/lib/mailflow/connector-steps';

/**
 * Where the wizard stands: the step in the address, so that the browser's Back leads to the step before; only a step
 * that was visited can be gone to.
 */
export function useWizardSteps(draft: ConnectorDraft, initiallyVisited: readonly StepId[]) {
  const pathname = usePathname();
  const asked = useSearchParams().get('step');
  const [visited, setVisited] = useState(initiallyVisited);
  const [moved, setMoved] = useState(false);
  const steps = visibleSteps(draft);
  const index = Math.max(
    steps.findIndex(({ id }) => id === asked && visited.includes(id)),
    0,
  );
  const go = (id: StepId) => {
    setVisited((before) => (before.includes(id) ? before : [...before, id]));
    setMoved(true);
    // Next's router follows the address without asking the server.
    if (id !== steps[index]?.id) window.history.pushState(null, '', `${pathname}?step=${id}`);
  };
  return { steps, index, current: steps[index] ?? steps[0], visited, moved, go };
}
