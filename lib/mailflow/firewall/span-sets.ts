// Exact arithmetic over sets of addresses: united, without each other, in the fewest CIDR blocks. IPv4 and IPv6 never mix.
import { type AddressSpan, BITS, block, FAMILIES, formatSpan } from './address-span';

/** The same addresses in the fewest spans: in order, IPv4 first, none touching the next. */
export function united(spans: readonly AddressSpan[]): AddressSpan[] {
  return FAMILIES.flatMap((family) => {
    const found: AddressSpan[] = [];
    for (const span of ofFamily(spans, family)) {
      const before = found.at(-1);
      if (!before || span.first > before.last + 1n) found.push(span);
      else if (span.last > before.last) found[found.length - 1] = { ...before, last: span.last };
    }
    return found;
  });
}

/** What is in `spans` and not in `others`, in the fewest spans. */
export function without(spans: readonly AddressSpan[], others: readonly AddressSpan[]): AddressSpan[] {
  const taken = united(others);
  return united(spans).flatMap((span) => {
    const left: AddressSpan[] = [];
    let { first } = span;
    for (const other of taken) {
      if (other.family !== span.family || other.last < first) continue;
      if (other.first > span.last) break;
      if (other.first > first) left.push({ ...span, first, last: other.first - 1n });
      first = other.last + 1n;
    }
    return first <= span.last ? [...left, { ...span, first }] : left;
  });
}

/** What is in both, in the fewest spans. */
export const common = (spans: readonly AddressSpan[], others: readonly AddressSpan[]): AddressSpan[] =>
  without(spans, without(spans, others));

/** The same addresses in the fewest CIDR blocks, in order. */
export const blocksOf = (spans: readonly AddressSpan[]): AddressSpan[] => united(spans).flatMap(blocksIn);

/** {@link blocksOf}, as text. */
export const cidrsOf = (spans: readonly AddressSpan[]): string[] => blocksOf(spans).map(formatSpan);

/** How many addresses there are. */
export const countOf = (spans: readonly AddressSpan[]): bigint =>
  united(spans).reduce((sum, { first, last }) => sum + last - first + 1n, 0n);

/** From the front, each time the widest block that begins there and does not reach beyond the end. */
function blocksIn(span: AddressSpan): AddressSpan[] {
  const found: AddressSpan[] = [];
  for (let { first } = span; first <= span.last; first = (found.at(-1)?.last ?? span.last) + 1n) {
    let prefix = BITS[span.family];
    while (prefix > 0 && fits(block({ ...span, first }, prefix - 1), first, span.last)) prefix -= 1;
    found.push(block({ ...span, first }, prefix));
  }
  return found;
}

const fits = (wider: AddressSpan, first: bigint, last: bigint): boolean =>
  wider.first === first && wider.last <= last;

const ofFamily = (spans: readonly AddressSpan[], family: AddressSpan['family']): AddressSpan[] =>
  spans
    .filter((span) => span.family === family)
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
