// Validating a run's connector once more: the new run opens on its own page.
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Outcome } from '@/lib/operations/outcome';
import { runPath } from '../run-paths';

export type RunActions = Readonly<{
  requestValidation: (input: unknown) => Promise<Outcome<{ runId: string }>>;
  cancelValidation: (input: unknown) => Promise<Outcome<unknown>>;
}>;

/** `problem` is the key of a sentence under connectors.details.validateProblem. */
export function useRunAgain(request: RunActions['requestValidation']) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'rateLimited' | 'notFound' | 'signedOut' | 'unexpected'>();
  const again = async (connectorId: string) => {
    setBusy(true);
    setProblem(undefined);
    // Without the network, or the server, there is no answer at all.
    const answer = await request({ connectorId }).catch(() => undefined);
    if (answer?.ok) return router.push(runPath(answer.value.runId));
    setBusy(false);
    const kind = answer?.problem.kind;
    setProblem(kind === 'rateLimited' || kind === 'notFound' || kind === 'signedOut' ? kind : 'unexpected');
  };
  return { again, busy, problem };
}
