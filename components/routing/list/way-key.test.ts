import { expect, test } from 'vitest';
import type { RowAnswer } from '@/lib/operations/trace-list';
import { countWays } from './way-key';

const row = (given: Partial<RowAnswer>): RowAnswer => ({
  outcome: 'connector',
  reason: 'exactDomain',
  ambiguous: false,
  others: 0,
  isUncertain: false,
  ...given,
});
const one = { id: '1', name: 'One' };

test('rows are counted by connector whatever the reason, and by what happens where there is none', () => {
  const ways = countWays([
    row({ winner: one }),
    row({ outcome: 'default', reason: 'externalDefault' }),
    row({ winner: one, reason: 'acceptedDomain' }),
    row({ outcome: 'unknown', reason: 'unreadable' }),
    row({ outcome: 'unknown', reason: 'ruleConnectorOff' }),
    row({ outcome: 'unknown', reason: 'ruleConnectorMissing' }),
    undefined,
    row({ winner: one }),
  ]);
  expect(ways.map(({ key, count }) => [key, count])).toEqual([
    ['connector:1', 3],
    ['unknown', 2],
    ['externalDefault', 1],
    ['unreadable', 1],
    ['waiting', 1],
  ]);
});
