// The step that the guide's address names.
import { GUIDE_STEP_IDS, type GuideStepId } from '@/lib/mailflow/guide/journey';
import type { RawQuery } from '@/lib/operations/connector-list-query';

/** Undefined where it names none that there is. */
export const readStep = ({ step }: RawQuery): GuideStepId | undefined =>
  GUIDE_STEP_IDS.find((id) => id === step);
