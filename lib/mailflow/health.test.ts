import { expect, it } from 'vitest';
import { health } from './health';

it.each(['passed', 'failed', 'inconclusive'] as const)(
  'the last validation %s, on the settings in force',
  (outcome) => {
    expect(health({ outcome, fingerprint: 'f1' }, 'f1')).toBe(outcome);
  },
);

it('nobody has validated it yet', () => {
  expect(health(undefined, 'f1')).toBe('never');
});

it('a result measured on other settings is stale, whatever it was', () => {
  expect(health({ outcome: 'passed', fingerprint: 'f1' }, 'f2')).toBe('stale');
  expect(health({ outcome: 'failed', fingerprint: 'f1' }, 'f2')).toBe('stale');
});
