import { expect, test } from 'vitest';
import { dnsSpread, type SeenAnswer } from './dns-spread';

/** Minutes after ten. */
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 26, 10, minute)).toISOString();
const seen = (
  resolver: string,
  minute: number,
  answer: SeenAnswer['answer'],
  ttlSeconds?: number,
): SeenAnswer => ({
  resolver,
  observedAt: at(minute),
  answer,
  ...(ttlSeconds !== undefined && { ttlSeconds }),
});
const spread = (now: number, ...all: SeenAnswer[]) => dnsSpread(all, new Date(at(now)));

test('a resolver that has the old answer lets go of it when its time is over', () => {
  expect(spread(10, seen('A', 0, 'old', 3_600), seen('B', 0, 'old', 1_800))).toEqual({
    resolvers: [
      { resolver: 'A', answer: 'old', goneAt: at(60) },
      { resolver: 'B', answer: 'old', goneAt: at(30) },
    ],
    agreed: false,
    goneAt: at(60),
    leftMs: 50 * 60_000,
  });
});

test('the latest that a resolver said counts, whatever order it comes in', () => {
  const { resolvers, agreed } = spread(20, seen('A', 10, 'new', 3_600), seen('A', 0, 'old', 3_600));
  expect({ resolvers, agreed }).toEqual({ resolvers: [{ resolver: 'A', answer: 'new' }], agreed: true });
});

test('once it has changed, others may have asked right before: with the longest time that was seen', () => {
  const { goneAt, goneEverywhereAt, leftMs } = spread(
    12,
    seen('A', 0, 'old', 3_600),
    seen('B', 0, 'old', 600),
    seen('A', 10, 'new', 3_600),
    seen('B', 10, 'old', 60),
  );
  expect([goneAt, goneEverywhereAt, leftMs]).toEqual([at(11), at(70), 58 * 60_000]);
});

test('a resolver that did not answer neither agrees nor is behind', () => {
  expect(spread(0, seen('A', 0, 'new'), seen('B', 0, 'unchecked'))).toMatchObject({
    agreed: true,
    leftMs: 0,
  });
  expect(spread(0, seen('B', 0, 'unchecked')).agreed).toBe(false);
  expect(spread(0)).toEqual({ resolvers: [], agreed: false, leftMs: 0 });
});

test.each([
  [-5, 0],
  [2 ** 31, 0],
  [2 ** 31 - 1, 7 * 24 * 60],
  [0, 0],
])('a time to live of %d seconds lasts %d minutes', (ttlSeconds, minutes) => {
  expect(spread(0, seen('A', 0, 'old', ttlSeconds)).goneAt).toBe(at(minutes));
});
