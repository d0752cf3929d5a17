'use client';
import { useState } from 'react';
import { useValidationRun } from '@/components/validation/use-validation-run';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { fingerprint, planOfDraft } from '@/lib/mailflow/fingerprint';
import type { Outcome, Problem } from '@/lib/operations/outcome';

/** `stale`: the last run tested other settings. `running` and the outcomes are of exactly the settings entered. */
export type ValidationStanding =
  | 'none'
  | 'stale'
  | 'running'
  | 'cancelled'
  | 'passed'
  | 'failed'
  | 'inconclusive';

export type ValidationActions = Readonly<{
  requestValidation: (input: unknown) => Promise<Outcome<{ runId: string }>>;
  cancelValidation: (input: unknown) => Promise<Outcome<unknown>>;
}>;

/** The validation of the draft: starts it, follows it, and says what it is worth for the settings as they are now. */
export function useNewValidation(
  draft: ConnectorDraft,
  { requestValidation, cancelValidation }: ValidationActions,
  initialRunId: string | undefined,
) {
  const [runId, setRunId] = useState(initialRunId);
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<Problem | 'failed'>();
  const { data: run, error } = useValidationRun(runId);
  const plan = planOfDraft(draft);

  const start = async () => {
    setStarting(true);
    setProblem(undefined);
    try {
      const answer = await requestValidation({ draft });
      if (answer.ok) setRunId(answer.value.runId);
      else setProblem(answer.problem);
    } catch {
      setProblem('failed');
    } finally {
      setStarting(false);
    }
  };
  const cancel = () => {
    if (runId) cancelValidation({ id: runId }).catch(() => setProblem('failed'));
  };
  const standing = ((): ValidationStanding => {
    if (!runId || error) return 'none';
    if (!run) return 'running';
    if (!plan || run.fingerprint !== fingerprint(plan)) return 'stale';
    if (run.state === 'finished') return run.outcome ?? 'inconclusive';
    return run.state === 'cancelled' ? 'cancelled' : 'running';
  })();
  return { runId, run, standing, starting, problem, start, cancel, forget: () => setRunId(undefined) };
}

export type NewValidation = ReturnType<typeof useNewValidation>;
