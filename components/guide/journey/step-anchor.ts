// Where a step stands on the page, and how one gets there: its fold opened, the focus on it.
import type { GuideStepId } from '@/lib/mailflow/guide/journey';

export const stepAnchor = (step: GuideStepId): string => `step-${step}`;

/** Opens the step's fold, brings it into sight and gives it the focus. */
export function showStep(step: GuideStepId): void {
  const fold = document.getElementById(stepAnchor(step));
  if (!(fold instanceof HTMLDetailsElement)) return;
  fold.open = true;
  const summary = fold.querySelector('summary');
  summary?.focus({ preventScroll: true });
  fold.scrollIntoView({ block: 'start' });
}
