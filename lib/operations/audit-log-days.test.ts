import { expect, test } from 'vitest';
import { endOfDay, isTimeZone, startOfDay } from './audit-log-days';

test.each([
  ['in Greenwich', '2026-11-24', 'UTC', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'],
  ['in Rome, in winter', '2026-11-24', 'Europe/Rome', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'],
  ['in New York', '2026-07-01', 'America/New_York', '2026-07-01T04:00:00Z', '2026-07-02T04:00:00Z'],
  ['in Kathmandu', '2026-01-01', 'Asia/Kathmandu', '2025-12-31T18:15:00Z', '2026-01-01T18:15:00Z'],
  ['far in the east', '2026-12-31', 'Pacific/Kiritimati', '2026-12-30T10:00:00Z', '2026-12-31T10:00:00Z'],
  ['of 23 hours', '2026-03-29', 'Europe/Rome', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['of 25 hours', '2026-10-25', 'Europe/Rome', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['29 February', '2028-02-29', 'UTC', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z'],
])('a day %s', (_, day, zone, start, end) => {
  expect([startOfDay(day, zone), endOfDay(day, zone)]).toEqual([new Date(start), new Date(end)]);
});

test('a day ends where the next begins, also where midnight is skipped', () => {
  for (const [day, next] of [
    ['2026-04-23', '2026-04-24'],
    ['2026-04-24', '2026-04-25'],
  ] as const) {
    expect(endOfDay(day, 'Africa/Cairo')).toEqual(startOfDay(next, 'Africa/Cairo'));
    expect(startOfDay(day, 'Africa/Cairo') < startOfDay(next, 'Africa/Cairo')).toBe(true);
  }
});

test.each([
  ['Europe/Rome', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['', false],
  ['../../etc', false],
])('%s is a time zone: %s', (name, is) => expect(isTimeZone(name)).toBe(is));
