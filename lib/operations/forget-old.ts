// What the worker tidies away beside its validations: counters and budgets that no longer count, and files of a tenant that
// newer ones have replaced. Removes no result.
import { forgetOldAttempts } from '../data/attempts';
import { forgetOldImports } from '../data/exchange-imports';
import { forgetOldTargets } from '../data/probe-targets';
import type { Store } from '../data/store';

/** Longer than any limit looks back. */
const KEPT_MS = 24 * 3_600_000;
/** Files of a tenant that are kept, with their reports. */
export const IMPORTS_KEPT = 50;

/** Removes what has counted for nothing since a day before `now`, and all but the newest imports. Answers how many rows. */
export async function forgetOld(store: Store, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  return (
    (await forgetOldAttempts(store, before)) +
    (await forgetOldTargets(store, before)) +
    (await forgetOldImports(store, IMPORTS_KEPT))
  );
}
