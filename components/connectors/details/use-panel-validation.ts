// A validation that is asked for in the panel, and followed there until it has ended.
import { useEffect, useRef, useState } from 'react';
import { type RequestProblem, requestProblem } from '@/components/validation/request-problem';
import { useValidationRun } from '@/components/validation/use-validation-run';
import { isOpen } from '@/components/validation/validation-query';
import type { PanelActions } from './panel-actions';

/** `onEnd` is told once for each validation that ended while the panel was open. */
export function usePanelValidation(
  connectorId: string,
  request: PanelActions['requestValidation'],
  onEnd: () => void,
) {
  const [runId, setRunId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [checkRefusals, setCheckRefusals] = useState(false);
  const [problem, setProblem] = useState<RequestProblem>();
  const { data: run } = useValidationRun(runId);
  const end = useRef(onEnd);
  end.current = onEnd;
  const hasEnded = run !== undefined && !isOpen(run);
  useEffect(() => {
    if (hasEnded) end.current();
  }, [hasEnded]);

  const start = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    // Without the network, or the server, there is no answer at all.
    const answer = await request({ connectorId, checkRefusals }).catch(() => undefined);
    setBusy(false);
    if (answer?.ok) return setRunId(answer.value.runId);
    setProblem(requestProblem(answer?.problem));
  };
  const running = busy || (runId !== undefined && !hasEnded);
  return { runId, start, problem, running, checkRefusals, setCheckRefusals };
}

export type PanelValidation = ReturnType<typeof usePanelValidation>;
