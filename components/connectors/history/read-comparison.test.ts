import { expect, it } from 'vitest';
import { readComparison } from './read-comparison';

it.each([
  ['3,7', { from: 3, to: 7 }],
  ['7,3', { from: 3, to: 7 }],
  [['1,2', '3,4'], { from: 1, to: 2 }],
])('%s names two versions, the older first', (compare, pair) => {
  expect(readComparison({ compare })).toEqual(pair);
});

it.each([undefined, '', '3', '3,3', '0,1', '-1,2', '1,2,3', 'a,b', '1.5,2', '1,99999999999'])(
  '%s names no two versions',
  (compare) => {
    expect(readComparison({ compare })).toBeUndefined();
  },
);
