import { expect, test } from 'vitest';
import { isFlat, residentMb, trendOf } from './memory';

const samples = (...megabytes: number[]) =>
  megabytes.map((size, at) => ({ atMs: at * 60_000, megabytes: size }));

test.each([
  ['always the same', samples(200, 200, 200, 200), 0, true],
  ['up and down as garbage comes and goes', samples(200, 260, 200, 260, 200, 260, 200), 0, true],
  ['falling', samples(300, 280, 260), -20, true],
  ['a leak of 10 MB a minute', samples(200, 210, 220, 230, 240, 250, 260, 270), 10, false],
  ['a leak under garbage', samples(200, 260, 230, 290, 260, 320, 290, 350), 17.4, false],
])('Memory that is %s', (_, series, perMinute, flat) => {
  const trend = trendOf(series);
  expect(trend.perMinuteMb).toBeCloseTo(perMinute, 0);
  expect(isFlat(trend)).toBe(flat);
});

test('One sample is no line', () => expect(() => trendOf(samples(200))).toThrow('Two samples'));

test.runIf(process.platform === 'linux')(
  'A process tells its memory, and one that is gone tells none',
  async () => {
    expect(await residentMb(process.pid)).toBeGreaterThan(20);
    expect(await residentMb(2 ** 22 + 1)).toBeUndefined();
  },
);
