// What becomes of two edits once somebody has chosen where they disagree.
import type { Change } from '@/lib/mailflow/connector-changes';
import type { ConnectorDraft, DraftField } from '@/lib/mailflow/connector-draft';
import type { Merge } from '@/lib/mailflow/connector-merge';
import { counts, settled } from '@/lib/mailflow/draft-fields';

export type Side = 'theirs' | 'mine';
export type Choices = Readonly<Partial<Record<DraftField, Side>>>;

/** The merged draft with `theirs` where theirs was chosen; a field that nobody has chosen for stays mine. */
export function chosenDraft(
  { merged, conflicts }: Merge,
  theirs: ConnectorDraft,
  choices: Choices,
): ConnectorDraft {
  const other = settled(theirs);
  const taken = conflicts.filter((field) => choices[field] === 'theirs');
  return Object.assign({ ...merged }, ...taken.map((field) => ({ [field]: other[field] })));
}

/** Those of `mine` that say nothing any more in `result`: another choice has made their field moot. */
export function mootChanges(mine: readonly Change[], result: ConnectorDraft): readonly Change[] {
  return mine.filter(
    ({ field, ...change }) => field !== 'exchange' && !counts(result, field) && !isTakenBack(change),
  );
}

const isTakenBack = (change: Omit<Change, 'field'>) =>
  'kind' in change && (change.kind === 'removed' || change.kind === 'off');

/** What of `all` concerns one field. */
export const changesOf = (field: DraftField, all: readonly Change[]): readonly Change[] =>
  all.filter((change) => change.field === field);
