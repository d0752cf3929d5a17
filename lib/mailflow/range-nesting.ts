// Ranges of different owners that lie in each other. Two ranges with a prefix are apart or one within the other.
import ipaddr from 'ipaddr.js';
import type { IpRange } from './ip-range';
import type { Named } from './mail-setup';

export type OwnedRange = Readonly<{ range: IpRange; owner: Named }>;

/** `inner` is no wider than `outer`. Each pair of owners once, with the first ranges found. */
export function rangesInside(
  owned: readonly OwnedRange[],
): Readonly<{ inner: OwnedRange; outer: OwnedRange }>[] {
  const sorted = owned
    .map((one) => ({ ...one, first: numberOf(one.range), last: numberOf(one.range) + sizeOf(one.range) - 1 }))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  // Those that hold the current one, widest first; of the same owner in a row, only the latest.
  let around: typeof sorted = [];
  const pairs = new Map<string, { inner: OwnedRange; outer: OwnedRange }>();
  for (const one of sorted) {
    around = around.filter(({ last }) => last >= one.first);
    const outer = around.findLast(({ owner }) => owner.id !== one.owner.id);
    if (outer) {
      const key = [one.owner.id, outer.owner.id].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, { inner: one, outer });
    }
    around = [...around.slice(-KEPT_AROUND), one];
  }
  return [...pairs.values()].map(({ inner, outer }) => ({
    inner: { range: inner.range, owner: inner.owner },
    outer: { range: outer.range, owner: outer.owner },
  }));
}

/** Ranges of /24 to /32 nest nine deep; equal ones of very many connectors need not all be looked at. */
const KEPT_AROUND = 18;

const sizeOf = ({ prefix }: IpRange): number => 2 ** (32 - prefix);
const numberOf = ({ address }: IpRange): number =>
  ipaddr.IPv4.parse(address).octets.reduce((sum, octet) => sum * 256 + octet, 0);
