import { expect, test } from 'vitest';
import { bestOf, comparedLine, compareRatios } from './compare-ratios';
import type { Ratio } from './figures';

const less = (value: number, name = 'probe'): Ratio => ({ name, value, better: 'less', margin: 0.25 });
const more = (value: number, name = 'routes'): Ratio => ({ name, value, better: 'more', margin: 0.25 });
const verdicts = (committed: Ratio[], now: Ratio[]) =>
  compareRatios(committed, now).map(({ verdict }) => verdict);

test.each([
  ['the same', less(0.8), less(0.8), 'kept'],
  ['better', less(0.8), less(0.3), 'kept'],
  ['a little worse', less(0.8), less(0.99), 'kept'],
  ['worse than the margin', less(0.8), less(1.01), 'worse'],
  ['more of what shall be much', more(4), more(9), 'kept'],
  ['a little less of it', more(4), more(3.21), 'kept'],
  ['too little of it', more(4), more(3.19), 'worse'],
])('%s', (_, committed, now, verdict) => expect(verdicts([committed], [now])).toEqual([verdict]));

test('what could not be measured is skipped, never passed; what is new has nothing to be held against', () => {
  expect(verdicts([less(1), more(2)], [more(2), less(5, 'new')])).toEqual(['skipped', 'kept']);
  const [row] = compareRatios([less(1)], []);
  expect(row && comparedLine(row)).toBe('  probe: skipped, 1.00 is committed');
});

test('of two runs the better value of each counts', () => {
  expect(bestOf([less(2), more(2)], [less(3), more(3), less(1, 'other')]).map(({ value }) => value)).toEqual([
    2, 3, 1,
  ]);
});
