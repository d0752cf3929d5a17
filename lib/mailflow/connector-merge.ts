// Brings two edits of one connector together, three ways: against what both began with.
import {
  type ConnectorDraft,
  type DraftField,
  draftFields,
  LIST_FIELDS,
  type ListField,
} from './connector-draft';
import { settled } from './draft-fields';
import { entryKey } from './list-entries';

/** `conflicts` are fields that both changed, each to something else; `merged` has `mine` there. */
export type Merge = Readonly<{ merged: ConnectorDraft; conflicts: readonly DraftField[] }>;

/**
 * What `theirs` and `mine` make together. A field that one side changed is that side's; lists take both sides' additions
 * and removals. Nothing that somebody else published is lost without being shown as a conflict.
 */
export function mergeDrafts(base: ConnectorDraft, theirs: ConnectorDraft, mine: ConnectorDraft): Merge {
  const [from, other, own] = [settled(base), settled(theirs), settled(mine)];
  const conflicts: DraftField[] = [];
  const merged = { ...mine, exchange: mergedOrigin(base, theirs, mine) };
  for (const field of draftFields()) {
    if (isList(field)) {
      merged[field] = mergedList(from[field], other[field], own[field]);
    } else if (own[field] === from[field]) {
      Object.assign(merged, { [field]: other[field] });
    } else if (other[field] !== from[field] && other[field] !== own[field]) {
      conflicts.push(field);
    }
  }
  return { merged, conflicts };
}

/** Nobody types it: whoever took it from a newer record has the newer one. */
const mergedOrigin = (base: ConnectorDraft, theirs: ConnectorDraft, mine: ConnectorDraft) =>
  JSON.stringify(mine.exchange) === JSON.stringify(base.exchange) ? theirs.exchange : mine.exchange;

const isList = (field: DraftField): field is ListField => LIST_FIELDS.some((list) => list === field);

function mergedList(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const keys = (list: readonly string[]) => new Set(list.map(entryKey));
  const [before, other, own] = [keys(base), keys(theirs), keys(mine)];
  const added = mine.filter((entry) => !before.has(entryKey(entry)) && !other.has(entryKey(entry)));
  const kept = theirs.filter((entry) => own.has(entryKey(entry)) || !before.has(entryKey(entry)));
  return [...kept, ...added];
}
