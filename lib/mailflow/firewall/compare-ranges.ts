// What a firewall lets in, held against what it has to let in. Says which addresses; whether that is bad is the reader's.
import { type AddressFamily, type AddressSpan, allOf, FAMILIES, formatSpan } from './address-span';
import { blocksOf, common, countOf, united, without } from './span-sets';

/** How much of one needed range the rules let in. */
export type NeededRange = Readonly<{
  range: AddressSpan;
  state: 'covered' | 'partly' | 'missing';
  /** What is not let in; empty where it is covered. */
  missing: readonly AddressSpan[];
}>;

/** Each list holds the fewest CIDR blocks. */
export type RangeComparison = Readonly<{
  needed: readonly NeededRange[];
  missing: readonly AddressSpan[];
  covered: readonly AddressSpan[];
  /** Let in, and needed by none of the ranges. */
  superfluous: readonly AddressSpan[];
  /** All that is let in now. */
  merged: readonly AddressSpan[];
  /** All that is let in now, and what is missing. */
  completed: readonly AddressSpan[];
  /** The families of which every address is let in. */
  wholeFamilies: readonly AddressFamily[];
}>;

/** Bounded by the caller: the work grows with the number of spans on both sides, never with the addresses in them. */
export function compareRanges(
  needed: readonly AddressSpan[],
  given: readonly AddressSpan[],
): RangeComparison {
  const open = united(given);
  return {
    needed: needed.map((range) => judged(range, open)),
    missing: blocksOf(without(needed, open)),
    covered: blocksOf(common(needed, open)),
    superfluous: blocksOf(without(open, needed)),
    merged: blocksOf(open),
    completed: blocksOf([...open, ...needed]),
    wholeFamilies: FAMILIES.filter((family) => isWhole(family, open)),
  };
}

function judged(range: AddressSpan, open: readonly AddressSpan[]): NeededRange {
  const missing = blocksOf(without([range], open));
  const left = countOf(missing);
  return {
    range,
    missing,
    state: left === 0n ? 'covered' : left === countOf([range]) ? 'missing' : 'partly',
  };
}

const isWhole = (family: AddressFamily, open: readonly AddressSpan[]): boolean =>
  open.some((span) => span.family === family && formatSpan(span) === formatSpan(allOf(family)));
