import { describe, expect, test } from 'vitest';
import { retryAt } from './retry-at';
import type { VerdictCode } from './verdict-codes';

const NOW = new Date('2026-11-24T09:00:00Z');

const minutesAfter = (code: VerdictCode, reply: string, now = NOW): number | undefined => {
  const at = retryAt({ code, params: { reply } }, now);
  return at && (at.getTime() - NOW.getTime()) / 60_000;
};

describe('A server that says when to come back is taken at its word', () => {
  test.each([
    ['450 4.2.0 Greylisted, try again in 300 seconds', 5],
    ['450 4.2.0 Recipient address rejected: Greylisted for 5 minutes', 5],
    ['450 Greylisted for 5 minutes (1)', 5],
    ['451 4.7.1 Greylisting in action, please come back in 00:14:59', 15],
    ['451 4.7.1 Please retry in 2min', 2],
    ['451 greylisted, wait at least 3 minutes', 3],
    ['450 4.7.1 retry time 600', 10],
    ['450 4.7.1 retry-after=60s', 1],
    ['421 4.7.0 Try again in 1 hour', 60],
    ['451 4.7.1 come back in 10 seconds', 1],
  ])('%s', (reply, minutes) => {
    expect(minutesAfter('greylisted', reply)).toBe(minutes);
  });
});

describe('A server that does not say is tried again after the usual time', () => {
  test.each<[VerdictCode, string, number]>([
    ['greylisted', '450 4.2.0 Greylisted, see http://postgrey.schweikert.ch/help/contoso.test.html', 5],
    ['greylisted', '450 4.7.1 come back in 99999 hours', 5],
    ['greylisted', '450 4.7.1 come back in 0 seconds', 5],
    ['greylisted', '451 retry 4.7.1', 5],
    ['serviceBusy', '421 4.7.0 Too many connections from 192.0.2.1', 5],
    ['temporarilyRefused', '451 4.3.0 Temporary lookup failure', 5],
    ['throttled', '451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (AS77712312)', 30],
    ['tlsTemporarilyUnavailable', '454 4.7.0 TLS not available due to local problem', 10],
  ])('%s: %s', (code, reply, minutes) => {
    expect(minutesAfter(code, reply)).toBe(minutes);
  });

  test('a banner that never came, too', () => {
    expect(retryAt({ code: 'neverGreets', params: { seconds: 10 } }, NOW)?.toISOString()).toBe(
      '2026-11-24T09:10:00.000Z',
    );
  });
});

test('it is a whole minute, and never too early', () => {
  const now = new Date('2026-11-24T09:00:01.500Z');
  expect(minutesAfter('greylisted', '450 try again in 300 seconds', now)).toBe(6);
});

test('what stands is not to be tried again', () => {
  expect(
    retryAt({ code: 'unknownRecipient', params: { reply: '550 try again in 5 minutes' } }, NOW),
  ).toBeUndefined();
});
