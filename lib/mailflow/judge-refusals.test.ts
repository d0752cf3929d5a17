import { describe, expect, it, test } from 'vitest';
import { judge } from './judge';
import { ADA, at, DOMAIN, found, MX1, MX2, mxPlan, told, up } from './mx-facts-for-tests';
import type { Observation, RelayCheck } from './observation';
import { NOW } from './tls-facts-for-tests';
import { toLive } from './validation-live';
import type { ValidationPlan } from './validation-plan';

const HOST = 'mail.contoso.com';
const PLAN: ValidationPlan = {
  hosts: [{ kind: 'name', host: HOST, port: 25 }],
  tls: { level: 'opportunistic' },
  recipients: ['ada@contoso.com'],
  checkRefusals: true,
};
const RECIPIENTS: Record<RelayCheck, string> = {
  postmaster: 'postmaster@contoso.com',
  unknownRecipient: 'nobody-7f3a@contoso.com',
  foreignDomain: 'x@example.com',
};
type Answer = number | readonly [code: number, text: string] | 'closed';

const question = (check: RelayCheck, answer: Answer, address: string, host = HOST): Observation[] => {
  const [code, text] = typeof answer === 'object' ? answer : [Number(answer), 'said'];
  const enhanced = /^\d\.\d+\.\d+/.exec(text)?.[0];
  const reply = { code, lines: [text], ...(enhanced && { enhanced }) };
  const common = { address, check, recipient: RECIPIENTS[check] };
  const { recipient: _, ...mail } = common;
  const end: Partial<Observation> =
    answer === 'closed'
      ? { failure: { kind: 'closed' } }
      : { reply, ...(code >= 300 && { failure: { kind: 'reply', reply } as const }) };
  return [at('mailFrom', host, mail), at('rcptTo', host, { ...common, ...end })];
};
const answers = (postmaster: Answer, unknown: Answer, foreign: Answer, address = '203.0.113.1') => [
  ...question('postmaster', postmaster, address),
  ...question('unknownRecipient', unknown, address),
  ...question('foreignDomain', foreign, address),
];
const visit = (address: string, more: readonly Observation[]): Observation[] => [
  at('resolve', HOST, { addresses: [address] }),
  ...['connect', 'banner', 'ehlo'].map((stage) => at(stage as 'ehlo', HOST, { address })),
  at('starttls', HOST, { address, failure: { kind: 'starttlsNotOffered' } }),
  at('mailFrom', HOST, { address }),
  at('rcptTo', HOST, { address, recipient: 'ada@contoso.com' }),
  at('data', HOST, { address, recipient: 'ada@contoso.com' }),
  ...more,
];
/** The outcome, then the task of what is accepted and refused. */
const verdict = (observations: readonly Observation[], plan = PLAN) => {
  const { outcome, tasks } = judge(observations, plan, NOW);
  const task = tasks.find(({ kind }) => kind === 'refusals');
  return [outcome, task?.state, ...(task?.findings.map(({ severity, code }) => `${severity} ${code}`) ?? [])];
};

describe('What a server accepts and refuses', () => {
  test.each<[string, Answer, Answer, Answer, string, string, string?]>([
    ['as it should', 250, 550, 554, 'passed', 'succeeded'],
    ['no postmaster', 550, 550, 554, 'passed', 'warned', 'warning postmasterRefused'],
    ['everybody', 250, 250, 554, 'passed', 'warned', 'warning unknownRecipientAccepted'],
    ['all the world', 250, 550, 250, 'failed', 'failed', 'error openRelay'],
    ['greylisting', 250, 450, 554, 'passed', 'inconclusive', 'warning checkUnanswered'],
    ['closing at the last question', 250, 550, 'closed', 'passed', 'inconclusive', 'warning checkUnanswered'],
    [
      'a refusal for the sake of who asks',
      [550, '5.7.606 Access denied, banned sending IP'],
      550,
      554,
      'passed',
      'inconclusive',
      'warning checkUnanswered',
    ],
    [
      'a refusal because that domain takes no mail',
      250,
      550,
      [556, '5.1.10 Domain does not accept mail (nullMX)'],
      'passed',
      'inconclusive',
      'warning checkUnanswered',
    ],
  ])('%s', (_, postmaster, unknown, foreign, outcome, state, ...findings) => {
    const observations = visit('203.0.113.1', answers(postmaster, unknown, foreign));
    expect(verdict(observations)).toEqual([outcome, state, ...findings]);
  });

  test.each(['192.168.1.25', '10.0.0.1', '127.0.0.1', '::1', 'fd00::25', '100.64.0.1', '::ffff:10.0.0.1'])(
    'relaying for a console that comes by way of %s is a warning only',
    (address) => {
      const observations = visit(address, answers(250, 550, 250, address));
      expect(verdict(observations)).toEqual(['passed', 'warned', 'warning relaysForConsole']);
    },
  );

  test.each(['203.0.113.1', '2606:4700::25'])('at %s it is an open relay', (address) => {
    const observations = visit(address, answers(250, 550, 250, address));
    expect(verdict(observations)).toEqual(['failed', 'failed', 'error openRelay']);
  });

  it('says nothing where the server was never asked, and that does not count', () => {
    expect(verdict(visit('203.0.113.1', []))).toEqual(['passed', 'notRun']);
  });

  it('is no task where nobody wanted to know', () => {
    const { checkRefusals: _, ...plain } = PLAN;
    expect(verdict(visit('203.0.113.1', []), plain)).toEqual(['passed', undefined]);
  });

  it('never passes for an answer about the mailboxes that are validated', () => {
    const plan = { ...PLAN, recipients: ['postmaster@contoso.com'] };
    const seen = visit('203.0.113.1', answers(550, 550, 554)).map((each) =>
      each.recipient === 'ada@contoso.com' ? { ...each, recipient: 'postmaster@contoso.com' } : each,
    );
    expect(verdict(seen, plan)).toEqual(['passed', 'warned', 'warning postmasterRefused']);
  });

  it('is told once where two addresses answer alike', () => {
    const both = ['203.0.113.1', '203.0.113.2'].flatMap((address) =>
      visit(address, answers(550, 550, 554, address)),
    );
    const task = judge(both, PLAN, NOW).tasks.find(({ kind }) => kind === 'refusals');
    expect(task?.findings.map(({ address }) => address)).toEqual([undefined]);
  });

  it('stands behind the mail, for each server that an MX record names', () => {
    const plan = { ...mxPlan(), checkRefusals: true };
    const mail = [
      at('mailFrom', MX1, { address: '203.0.113.49' }),
      at('rcptTo', MX1, { address: '203.0.113.49', recipient: ADA }),
      at('data', MX1, { address: '203.0.113.49', recipient: ADA }),
      ...question('foreignDomain', 250, '203.0.113.49', MX1),
    ];
    expect(told([found([MX1, MX2], DOMAIN), ...up(MX1, mail), ...up(MX2)], plan)).toBe(
      'failed; records ok; mx1 ok; mx2 ok; mail ok; refusals failed !openRelay; refusals notRun',
    );
  });

  it('waits, runs, and is told when its server is done', () => {
    const all = visit('203.0.113.1', answers(250, 250, 554));
    const states = [8, 9, all.length].map((count) => {
      const rows = all.slice(0, count);
      const live = toLive(judge(rows, PLAN, NOW).tasks, rows, PLAN);
      return live.find(({ kind }) => kind === 'refusals');
    });
    expect(states.map((task) => [task?.state, task?.findings.length])).toEqual([
      ['waiting', 0],
      ['running', 0],
      ['running', 0],
    ]);
    const over = [...all, at('quit', HOST, { address: '203.0.113.1' })];
    const [last] = toLive(judge(over, PLAN, NOW).tasks, over, PLAN).slice(-1);
    expect([last?.kind, last?.state]).toEqual(['refusals', 'warned']);
  });
});
