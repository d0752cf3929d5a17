import { describe, expect, it } from 'vitest';
import type { Observation, Stage, ValidationEvent } from './observation';
import { handshake, NOW } from './tls-facts-for-tests';
import type { TlsPolicy } from './tls-policy';
import type { ValidationPlan } from './validation-plan';
import { validationProgress } from './validation-progress';

const plan = (tls: TlsPolicy = { level: 'encryptionOnly' }): ValidationPlan => ({
  hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 25 }],
  tls,
  recipients: ['ada@contoso.com'],
});
const place = { host: 'mail.contoso.com', port: 25 };
const ADDRESS = '203.0.113.1';

/** What a stage reports: its beginning, and its end unless it goes on. */
const stage = (
  name: Stage,
  startedAtMs: number,
  ended?: Partial<Observation>,
  where: Partial<Observation> = { address: ADDRESS },
): ValidationEvent[] => {
  const begun = { ...place, ...where, stage: name, startedAtMs };
  const started: ValidationEvent = { kind: 'stageStarted', ...begun };
  return ended ? [started, { kind: 'stageEnded', ...begun, durationMs: 5, ...ended }] : [started];
};
const ok = { reply: { code: 250, lines: ['ok'] } };
const resolved = stage('resolve', 0, { addresses: [ADDRESS] }, {});
const encrypted = [
  ...resolved,
  ...stage('connect', 5, {}),
  ...stage('banner', 10, ok),
  ...stage('ehlo', 15, { ...ok, verb: 'EHLO', capabilities: ['STARTTLS'] }),
  ...stage('starttls', 20, ok),
  ...stage('tls', 25, { tls: handshake() }),
  ...stage('ehloAfterTls', 30, { ...ok, verb: 'EHLO', capabilities: [] }),
];
const ADA = { address: ADDRESS, recipient: 'ada@contoso.com' };
const sent = [
  ...encrypted,
  ...stage('mailFrom', 35, ok),
  ...stage('rcptTo', 40, ok, ADA),
  ...stage('data', 45, ok, ADA),
];
const states = (events: readonly ValidationEvent[], tls?: TlsPolicy) =>
  validationProgress(events, plan(tls), { isOver: false, now: NOW }).tasks.map(({ state }) => state);

describe('A validation on its way', () => {
  it.each<[string, ValidationEvent[], string[]]>([
    ['waits before anything has begun', [], ['waiting', 'waiting']],
    ['resolves', stage('resolve', 0, undefined, {}), ['running', 'waiting']],
    ['connects', [...resolved, ...stage('connect', 5)], ['running', 'waiting']],
    ['has encrypted', encrypted, ['running', 'waiting']],
    ['tries the mailbox', [...encrypted, ...stage('mailFrom', 35)], ['succeeded', 'running']],
    ['says goodbye', [...sent, ...stage('quit', 50)], ['succeeded', 'running']],
    ['has said goodbye', [...sent, ...stage('quit', 50, ok)], ['succeeded', 'succeeded']],
    [
      'is done but for what is looked up beside it',
      [...sent, ...stage('quit', 50, ok), ...stage('ptr', 6)],
      ['running', 'running'],
    ],
    [
      'is done, whatever was looked up in vain beside it',
      [...sent, ...stage('quit', 50, ok), ...stage('ptr', 6, { failure: { kind: 'dnsTimeout' } })],
      ['succeeded', 'succeeded'],
    ],
    ['found no name', stage('resolve', 0, { failure: { kind: 'dnsNotFound' } }, {}), ['failed', 'notRun']],
    [
      'was never greeted',
      [...resolved, ...stage('connect', 5, {}), ...stage('banner', 10, { failure: { kind: 'closed' } })],
      ['failed', 'notRun'],
    ],
  ])('%s', (_, events, expected) => {
    expect(states(events)).toEqual(expected);
  });

  it('goes on in clear text where TLS broke and the connector lets it', () => {
    const broken = [...encrypted.slice(0, -4), ...stage('tls', 25, { failure: { kind: 'closed' } })];
    expect(states(broken)).toEqual(['failed', 'notRun']);
    expect(states(broken, { level: 'opportunistic' })).toEqual(['running', 'waiting']);
  });

  it('shows what ended in the place of what began, and what runs without a duration', () => {
    const { stages } = validationProgress([...resolved, ...stage('connect', 5)], plan(), {
      isOver: false,
      now: NOW,
    });
    expect(stages).toEqual([
      { ...place, stage: 'resolve', startedAtMs: 0, durationMs: 5, addresses: [ADDRESS] },
      { ...place, stage: 'connect', startedAtMs: 5, address: ADDRESS },
    ]);
  });
});

it('A validation that has ended shows nothing as running', () => {
  const { tasks, stages } = validationProgress([...resolved, ...stage('connect', 5)], plan(), {
    isOver: true,
    now: NOW,
  });
  expect(stages.map((row) => row.stage)).toEqual(['resolve']);
  expect(tasks.map(({ state }) => state)).toEqual(['notRun', 'notRun']);
});

it('A fault of the console’s own is held against no host', () => {
  const { tasks } = validationProgress([], plan(), { isOver: true, internalFault: true, now: NOW });
  expect(tasks.map(({ state }) => state)).toEqual(['inconclusive', 'notRun']);
  expect(tasks[0]?.findings.map(({ code }) => code)).toEqual(['internal']);
});
