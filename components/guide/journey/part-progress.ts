// How far one part of the journey is.
import type { GuidePartView } from '@/lib/mailflow/guide/guide-view';
import { isLeft } from '@/lib/mailflow/guide/step-state';

/** Steps that don't apply count neither as done nor as left. */
export function partProgress({ steps }: GuidePartView) {
  const states = steps.flatMap(({ state }) => (state === 'notApplicable' ? [] : [state]));
  return {
    atRest: states.filter((state) => !isLeft(state)).length,
    total: states.length,
    failing: states.filter((state) => state === 'failing').length,
  };
}
