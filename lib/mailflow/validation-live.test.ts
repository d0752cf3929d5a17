import { describe, expect, test } from 'vitest';
import { at, DOMAIN, down, found, MX1, MX2, mxPlan, rcpt, sent, up } from './mx-facts-for-tests';
import type { Observation, ValidationEvent } from './observation';
import { NOW } from './tls-facts-for-tests';
import { validationProgress } from './validation-progress';

const begun = ({ stage, host, port, address, startedAtMs }: Observation): ValidationEvent => ({
  kind: 'stageStarted',
  stage,
  host,
  port,
  startedAtMs,
  ...(address !== undefined && { address }),
});
const ended = (each: Observation): ValidationEvent => ({ kind: 'stageEnded', ...each });
const quit = (host: string): Observation => {
  const address = up(host)[1]?.address ?? '';
  return at('quit', host, { address, reply: { code: 221, lines: ['bye'] } });
};

/** Each task's state, shortened as in the other tests by MX. */
const states = (events: readonly ValidationEvent[]): string =>
  validationProgress(events, mxPlan(), { isOver: false, now: NOW })
    .tasks.map(({ kind, host, state }) => `${kind === 'connectivity' ? host.split('.')[0] : kind} ${state}`)
    .join(', ');

const records = ended(found([MX1, MX2]));

describe('A validation by MX on its way', () => {
  test.each<[string, ValidationEvent[], string]>([
    ['waits for the look-up', [], 'mailServers waiting, testEmail waiting'],
    ['looks up', [begun(found([]))], 'mailServers running, testEmail waiting'],
    [
      'knows its servers, and not yet the domain’s policy',
      [begun(at('mtaSts', DOMAIN)), records],
      'mailServers running, mx1 waiting, mx2 waiting, testEmail waiting',
    ],
    ['knows its servers', [records], 'mailServers succeeded, mx1 waiting, mx2 waiting, testEmail waiting'],
    [
      'finds none: nothing more will come',
      [ended(at('mx', DOMAIN, { failure: { kind: 'nullMx' } }))],
      'mailServers failed, testEmail notRun',
    ],
    [
      'has lost the first server and not yet heard of the second: nothing is said to have failed',
      [records, ...down(MX1).map(ended)],
      'mailServers succeeded, mx1 running, mx2 waiting, testEmail waiting',
    ],
    [
      'has lost the first and is at the mailbox of the second',
      [records, ...down(MX1).map(ended), ...up(MX2, rcpt(MX2)).map(ended)],
      'mailServers succeeded, mx1 running, mx2 succeeded, testEmail running',
    ],
    [
      'has lost the first, and the second took the message',
      [records, ...down(MX1).map(ended), ...up(MX2, [...sent(MX2), quit(MX2)]).map(ended)],
      'mailServers succeeded, mx1 warned, mx2 succeeded, testEmail succeeded',
    ],
    [
      'has sent the message at the first, while the second is still greeted',
      [records, ...up(MX1, [...sent(MX1), quit(MX1)]).map(ended), ...up(MX2).slice(0, 3).map(ended)],
      'mailServers succeeded, mx1 succeeded, mx2 running, testEmail running',
    ],
  ])('%s', (_, events, expected) => {
    expect(states(events)).toBe(expected);
  });
});
