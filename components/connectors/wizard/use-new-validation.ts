'use client';
import { useState } from 'react';
import { useValidationRun } from '@/components/validation/use-validation-run';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { fingerprint, planOfDraft } from '@/lib/mailflow/fingerprint';
import type { ValidationOutcome } from '@/lib/mailflow/health';
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

/** A validation from before the wizard was opened, which counts for the settings that it tested. */
export type EarlierValidation = Readonly<{
  runId: string;
  outcome: ValidationOutcome;
  finishedAt: string;
  fingerprint: string;
}>;

/** The validation of the draft: starts it, follows it, and says what it is worth for the settings as they are now. */
export function useNewValidation(
  draft: ConnectorDraft,
  { requestValidation, cancelValidation }: ValidationActions,
  initialRunId: string | undefined,
  earlier: EarlierValidation | undefined,
) {
  const [ownRunId, setOwnRunId] = useState(initialRunId);
  const [starting, setStarting] = useState(false);
  const [checkRefusals, setCheckRefusals] = useState(false);
  const [problem, setProblem] = useState<Problem | 'failed'>();
  const plan = planOfDraft(draft);
  const tested = plan && fingerprint(plan);
  const own = useValidationRun(ownRunId);
  const ownStanding = standingOf(ownRunId, own, tested);
  const isOwnWorthless = ['none', 'stale', 'cancelled'].includes(ownStanding);
  const fallback = isOwnWorthless && earlier && earlier.fingerprint === tested ? earlier : undefined;
  const runId = fallback?.runId ?? ownRunId;
  const { data: run } = useValidationRun(runId);

  const start = async () => {
    setStarting(true);
    setProblem(undefined);
    try {
      const answer = await requestValidation({ draft, checkRefusals });
      if (answer.ok) setOwnRunId(answer.value.runId);
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
  return {
    runId,
    run,
    standing: fallback?.outcome ?? (ownStanding === 'none' && earlier ? ('stale' as const) : ownStanding),
    /** Where what counts is from before: when it had finished. */
    earlierAt: fallback?.finishedAt,
    starting,
    checkRefusals,
    setCheckRefusals,
    problem,
    start,
    cancel,
    forget: () => setOwnRunId(undefined),
  };
}

function standingOf(
  runId: string | undefined,
  { data: run, error }: ReturnType<typeof useValidationRun>,
  tested: string | undefined,
): ValidationStanding {
  if (!runId || error) return 'none';
  if (!run) return 'running';
  if (run.fingerprint !== tested) return 'stale';
  if (run.state === 'finished') return run.outcome ?? 'inconclusive';
  return run.state === 'cancelled' ? 'cancelled' : 'running';
}

export type NewValidation = ReturnType<typeof useNewValidation>;
