import { expect, it } from 'vitest';
import { isTooDeep, JSON_DEPTH_MAX } from './json-depth';

const nested = (levels: number): unknown =>
  JSON.parse(`${'[['.repeat(levels / 2)}1${']]'.repeat(levels / 2)}`);

it('a record of Exchange is never too deep, and what only shall exhaust a stack is', () => {
  for (const value of [null, 7, 'x', {}, [], { a: [{ b: [1, { c: null }] }] }, nested(JSON_DEPTH_MAX)])
    expect(isTooDeep(value)).toBe(false);
  for (const levels of [JSON_DEPTH_MAX + 2, 100_000])
    expect(isTooDeep({ a: [1, nested(levels)] })).toBe(true);
});

it('what lies in itself has no end, however often', () => {
  const circle: { a?: unknown; b?: unknown } = {};
  circle.a = circle;
  circle.b = { circle, again: circle };
  expect(isTooDeep(circle)).toBe(true);
});

it('a value that is named a million times is looked at once', () => {
  let value: unknown = [];
  for (let level = 0; level < 50; level += 1) value = [value, value, value];
  expect(isTooDeep(value)).toBe(false);
});
