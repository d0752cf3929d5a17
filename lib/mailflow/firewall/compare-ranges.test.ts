import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AddressFamily, type AddressSpan, allOf, formatSpan, parseSpan } from './address-span';
import { compareRanges } from './compare-ranges';
import { MICROSOFT_RANGES, MICROSOFT_SPANS, publishedOn } from './microsoft-ranges';
import { readFirewallRules, spansOf } from './read-rules';
import { blocksOf, cidrsOf, countOf, united, without } from './span-sets';

const spans = (text: string) => spansOf(readFirewallRules(text));
const compared = (needed: string, given: string) => {
  const { missing, superfluous, covered, merged, completed, ...rest } = compareRanges(
    spans(needed),
    spans(given),
  );
  const lists = { missing, superfluous, covered, merged, completed };
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, cidrsOf(list).join(' ')])),
  };
};

test('rules that let half of a range in and something else too', () => {
  const { needed, ...lists } = compared(
    '40.92.0.0/15 40.107.0.0/16',
    '40.92.0.0/16, 10.0.0.0/25, 10.0.0.128/25',
  );
  expect(lists).toEqual({
    missing: '40.93.0.0/16 40.107.0.0/16',
    superfluous: '10.0.0.0/24',
    covered: '40.92.0.0/16',
    merged: '10.0.0.0/24 40.92.0.0/16',
    completed: '10.0.0.0/24 40.92.0.0/15 40.107.0.0/16',
    wholeFamilies: [],
  });
  expect(needed.map(({ range, state }) => `${formatSpan(range)} ${state}`)).toEqual([
    '40.92.0.0/15 partly',
    '40.107.0.0/16 missing',
  ]);
});

test('rules that let everybody in cover all, and say so', () => {
  expect(compared('40.92.0.0/15', 'any')).toMatchObject({ missing: '', wholeFamilies: ['ipv4', 'ipv6'] });
  expect(compared('2a01:111:f400::/48', '0.0.0.0/0')).toMatchObject({
    missing: '2a01:111:f400::/48',
    wholeFamilies: ['ipv4'],
  });
});

test('the ends of both families', () => {
  expect(cidrsOf(spans('0.0.0.0-255.255.255.254'))).toHaveLength(32);
  expect(cidrsOf(without([allOf('ipv6')], spans('ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')))).toHaveLength(
    128,
  );
  expect(cidrsOf(spans('128.0.0.0/1 0.0.0.0/1 ::/1 8000::/1'))).toEqual(['0.0.0.0/0', '::/0']);
  expect(formatSpan(allOf('ipv6'))).toBe('::/0');
});

test('the bundled list is whole, and covers itself', () => {
  expect(MICROSOFT_SPANS).toHaveLength(MICROSOFT_RANGES.ranges.length);
  expect(cidrsOf(MICROSOFT_SPANS)).toEqual(MICROSOFT_RANGES.ranges);
  expect(compareRanges(MICROSOFT_SPANS, MICROSOFT_SPANS).missing).toEqual([]);
  expect(publishedOn('2026081400')).toBe('2026-08-14');
});

/** A world of 64 addresses, where each set can be written down address by address. */
const SIZE = 64;
const WORLDS: Readonly<Record<AddressFamily, string>> = { ipv4: '255.255.255.192', ipv6: '2001:db8::ffc0' };
const inWorld = (family: AddressFamily) => {
  const base = parseSpan(WORLDS[family])?.first ?? 0n;
  return fc.tuple(fc.nat(SIZE - 1), fc.nat(12)).map(
    ([first, more]): AddressSpan => ({
      family,
      first: base + BigInt(first),
      last: base + BigInt(Math.min(first + more, SIZE - 1)),
    }),
  );
};
const anySpans = fc.array(fc.oneof(inWorld('ipv4'), inWorld('ipv6')), { maxLength: 12 });
const addresses = (list: readonly AddressSpan[]): Set<string> => {
  const found = new Set<string>();
  for (const { family, first, last } of list)
    for (let at = first; at <= last; at += 1n) found.add(`${family} ${at}`);
  return found;
};
const minus = (set: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> =>
  new Set([...set].filter((one) => !other.has(one)));
const sorted = (set: ReadonlySet<string>): string[] => [...set].sort();

/** The fewest blocks there can be: a block is whole, empty, or the sum of its halves. */
const fewest = (held: ReadonlySet<string>, family: AddressFamily, first: bigint, size: bigint): number => {
  let count = 0n;
  for (let at = first; at < first + size; at += 1n) if (held.has(`${family} ${at}`)) count += 1n;
  if (count === 0n || count === size) return count === 0n ? 0 : 1;
  const half = size / 2n;
  return fewest(held, family, first, half) + fewest(held, family, first + half, half);
};

test('sets are the same as when they are compared address by address', () => {
  fc.assert(
    fc.property(anySpans, anySpans, (needed, given) => {
      const [wanted, open] = [addresses(needed), addresses(given)];
      const { missing, superfluous, covered, merged, completed, ...rest } = compareRanges(needed, given);
      expect(sorted(addresses(missing))).toEqual(sorted(minus(wanted, open)));
      expect(sorted(addresses(superfluous))).toEqual(sorted(minus(open, wanted)));
      expect(sorted(addresses(covered))).toEqual(sorted(minus(wanted, minus(wanted, open))));
      expect(sorted(addresses(merged))).toEqual(sorted(open));
      expect(sorted(addresses(completed))).toEqual(sorted(new Set([...open, ...wanted])));
      for (const { range, state } of rest.needed) {
        const left = minus(addresses([range]), open).size;
        const whole = addresses([range]).size;
        expect(state).toBe(left === 0 ? 'covered' : left === whole ? 'missing' : 'partly');
      }
      expect(countOf(given)).toBe(BigInt(open.size));
    }),
    { numRuns: 200 },
  );
});

test('and stand in the fewest blocks, which read as what they are', () => {
  fc.assert(
    fc.property(anySpans, (given) => {
      const held = addresses(given);
      const blocks = blocksOf(given);
      const least = (['ipv4', 'ipv6'] as const).reduce(
        (sum, family) => sum + fewest(held, family, parseSpan(WORLDS[family])?.first ?? 0n, BigInt(SIZE)),
        0,
      );
      expect(blocks).toHaveLength(least);
      expect(blocks.map((one) => parseSpan(formatSpan(one)))).toEqual(blocks);
      expect(united(given).map((one) => parseSpan(formatSpan(one)))).toEqual(united(given));
    }),
    { numRuns: 200 },
  );
});
