// Validating a run's connector once more: the new run opens on its own page.
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Outcome } from '@/lib/operations/outcome';
import { type RequestProblem, requestProblem } from '../request-problem';
import { runPath } from '../run-paths';

export type RunActions = Readonly<{
  requestValidation: (input: unknown) => Promise<Outcome<{ runId: string }>>;
  cancelValidation: (input: unknown) => Promise<Outcome<unknown>>;
}>;

export function useRunAgain(request: RunActions['requestValidation']) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RequestProblem>();
  const again = async (connectorId: string) => {
    setBusy(true);
    setProblem(undefined);
    // Without the network, or the server, there is no answer at all.
    const answer = await request({ connectorId }).catch(() => undefined);
    if (answer?.ok) return router.push(runPath(answer.value.runId));
    setBusy(false);
    setProblem(requestProblem(answer?.problem));
  };
  return { again, busy, problem };
}
