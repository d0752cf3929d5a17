// How far the wizard is: which steps are done, and what the current one still waits for.
import type { ConnectorStep, StepId } from '@/lib/mailflow/connector-steps';
import type { Finding } from '@/lib/mailflow/finding';
import type { ValidationStanding } from './use-new-validation';
import { findingsOf } from './use-wizard-form';

export type Progress = Readonly<{
  steps: readonly ConnectorStep[];
  index: number;
  visited: readonly StepId[];
  findings: readonly Finding[];
  standing: ValidationStanding;
  acknowledged: boolean;
}>;

type WaitsForValidation = Readonly<{ validation: 'needed' | 'stale' | 'running' | 'acknowledgeNeeded' }>;

/** What must happen before the step can be left with Next: its first error, or the validation; undefined: nothing. */
export function waitsFor(step: ConnectorStep, progress: Progress): Finding | WaitsForValidation | undefined {
  if (step.id === 'review') {
    return progress.steps
      .filter(({ id }) => id !== 'review')
      .map((earlier) => waitsFor(earlier, progress))
      .find((waits) => waits !== undefined);
  }
  const error = findingsOf(step, progress.findings).find(({ severity }) => severity === 'error');
  if (error || step.id !== 'validation') return error;
  return validationWait(progress);
}

function validationWait({ standing, acknowledged }: Progress): WaitsForValidation | undefined {
  if (standing === 'passed') return undefined;
  if (standing === 'running' || standing === 'stale') return { validation: standing };
  if (standing === 'none' || standing === 'cancelled') return { validation: 'needed' };
  return acknowledged ? undefined : { validation: 'acknowledgeNeeded' };
}

/** The rail: a visited step that waits for something needs attention. */
export function railSteps(progress: Progress) {
  const { steps, index, visited } = progress;
  return steps.map((step, at) => {
    const seen = visited.includes(step.id);
    const settled = seen && waitsFor(step, progress) === undefined;
    const passed = settled ? ('done' as const) : ('problem' as const);
    const state = seen && step.id !== 'review' ? passed : ('todo' as const);
    return { id: step.id, state: at === index ? ('current' as const) : state, reachable: seen };
  });
}
