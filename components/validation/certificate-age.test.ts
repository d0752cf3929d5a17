import { expect, test } from 'vitest';
import { certificateAge } from './certificate-age';

const year = { validFrom: '2026-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z' };

test.each([
  ['2025-12-30T12:00:00Z', { phase: 'soon', days: 1, percent: 0 }],
  ['2026-01-01T00:00:00Z', { phase: 'left', days: 365, percent: 0 }],
  ['2026-07-02T12:00:00Z', { phase: 'left', days: 182, percent: 50 }],
  ['2026-12-31T12:00:00Z', { phase: 'left', days: 0, percent: 100 }],
  ['2027-01-03T12:00:00Z', { phase: 'over', days: 2, percent: 100 }],
] as const)('on %s', (at, age) => {
  expect(certificateAge(year, new Date(at))).toEqual(age);
});
