// How far the wizard is: which steps are done, and what the current one still waits for.
import type { ConnectorStep, StepId } from '@/lib/mailflow/connector-steps';
import type { Finding } from '@/lib/mailflow/finding';
import { findingsOf } from './use-wizard-form';

/** What the validation step waits for. Where it does not block, the step can be left all the same. */
export type ValidationWait = Readonly<{
  validation: 'needed' | 'stale' | 'running' | 'acknowledgeNeeded';
  blocks: boolean;
}>;

export type Progress = Readonly<{
  steps: readonly ConnectorStep[];
  index: number;
  visited: readonly StepId[];
  findings: readonly Finding[];
  validation: ValidationWait | undefined;
}>;

/** What a step still needs before it is done: its first error, or the validation; undefined: nothing. */
export function waitsFor(step: ConnectorStep, progress: Progress): Finding | ValidationWait | undefined {
  if (step.id === 'review') {
    return progress.steps
      .filter(({ id }) => id !== 'review')
      .map((earlier) => waitsFor(earlier, progress))
      .find((waits) => waits !== undefined && blocks(waits));
  }
  const error = findingsOf(step, progress.findings).find(({ severity }) => severity === 'error');
  return error ?? (step.id === 'validation' ? progress.validation : undefined);
}

/** True where Next has to wait for it. */
export const blocks = (waits: Finding | ValidationWait): boolean => 'code' in waits || waits.blocks;

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
