import { expect, it } from 'vitest';
import { connectedPlaces, earlierWork, NO_EARLIER_WORK } from './earlier-work';
import type { Failure, Observation, Stage, ValidationEvent } from './observation';

const reply = { code: 250, lines: ['2.0.0 Ok: queued'] };
const ended = (stage: Stage, given: Partial<Observation> = {}): ValidationEvent => ({
  kind: 'stageEnded',
  stage,
  host: 'mail.contoso.com',
  port: 25,
  address: '192.0.2.25',
  startedAtMs: 1,
  durationMs: 1,
  ...given,
});
const sentTo = (recipient: string) => ({ host: 'mail.contoso.com', recipient, reply });

it('What was taken is remembered through any number of attempts; what was in flight or refused is not', () => {
  const first = earlierWork(NO_EARLIER_WORK, [
    ended('connect'),
    ended('data', { recipient: 'ada@contoso.com', reply }),
    ended('data', { recipient: 'bob@contoso.com', failure: { kind: 'closed' } }),
    {
      kind: 'stageStarted',
      stage: 'data',
      host: 'mail.contoso.com',
      port: 25,
      recipient: 'eve@contoso.com',
      startedAtMs: 2,
    },
  ]);
  expect(first).toEqual({ sent: [sentTo('ada@contoso.com')], connected: ['192.0.2.25'] });
  const second = earlierWork(first, [
    ended('connect', { address: '2001:db8::25', port: 587 }),
    ended('data', { recipient: 'ada@contoso.com', sentEarlier: true, reply }),
    ended('data', { recipient: 'eve@contoso.com', reply }),
  ]);
  expect(second).toEqual({
    sent: [sentTo('ada@contoso.com'), sentTo('eve@contoso.com')],
    connected: ['192.0.2.25', '[2001:db8::25]:587'],
  });
});

it('Connected to is where a socket was opened, whether or not anybody answered', () => {
  const failures: readonly Failure[] = [
    { kind: 'addressDenied', reason: 'loopback' },
    { kind: 'portDenied' },
    { kind: 'budget', why: 'used', retryAt: '2026-11-25T09:00:00.000Z' },
    { kind: 'refused' },
    { kind: 'timeout', limitMs: 5_000 },
  ];
  const observations = failures.flatMap((failure, index) => {
    const event = ended('connect', { address: `192.0.2.${index}`, failure });
    return event.kind === 'stageEnded' ? [event] : [];
  });
  expect(connectedPlaces(NO_EARLIER_WORK, observations)).toEqual(['192.0.2.3', '192.0.2.4']);
});
