import { describe, expect, it } from 'vitest';
import { judge } from './judge';
import type { Observation } from './observation';
import { readVerdict, rejudgement } from './rejudgement';
import { handshake, NOW } from './tls-facts-for-tests';
import type { ValidationPlan } from './validation-plan';
import { validationProgress } from './validation-progress';
import type { Verdict } from './verdict';

const plan: ValidationPlan = {
  hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 25 }],
  tls: { level: 'encryptionOnly' },
  recipients: ['ada@contoso.com'],
};
const at = (given: Partial<Observation> & Pick<Observation, 'stage'>): Observation => ({
  host: 'mail.contoso.com',
  port: 25,
  address: '203.0.113.1',
  startedAtMs: 0,
  durationMs: 5,
  ...given,
});
const facts = [at({ stage: 'connect' }), at({ stage: 'tls', tls: handshake() })];
const refused = at({ stage: 'connect', failure: { kind: 'refused' } });
const events = [{ kind: 'stageEnded' as const, ...refused }];
const passed: Verdict = {
  outcome: 'passed',
  tasks: [
    { kind: 'connectivity', host: 'mail.contoso.com', state: 'succeeded', findings: [] },
    {
      kind: 'testEmail',
      host: 'mail.contoso.com',
      recipient: 'ada@contoso.com',
      state: 'notRun',
      findings: [],
    },
  ],
};

describe('A recorded verdict', () => {
  it('that today’s rules agree with has nothing beside it', () => {
    const verdict = judge(facts, plan, NOW);
    expect(rejudgement(verdict, JSON.parse(JSON.stringify(verdict)))).toBeUndefined();
  });

  it('stays what is shown where today’s rules say something else, and what they say is told', () => {
    const { tasks, today } = validationProgress(events, plan, { isOver: true, recorded: passed, now: NOW });
    expect(tasks).toEqual(passed.tasks);
    expect(today).toMatchObject({
      outcome: 'failed',
      tasks: [{ recorded: 'succeeded', task: { kind: 'connectivity', state: 'failed' } }],
      added: [{ code: 'connectionRefused' }],
      dropped: [],
    });
    const back = rejudgement(judge([refused], plan, NOW), passed);
    expect(back).toMatchObject({ outcome: 'passed', added: [], dropped: [{ code: 'connectionRefused' }] });
  });

  it.each([
    [undefined],
    [null],
    ['passed'],
    [{}],
    [{ outcome: 'passed', tasks: [null] }],
    [{ outcome: 'passed', tasks: [{ ...passed.tasks[0], findings: [{ code: 'ofAnotherVersion' }] }] }],
  ])('of a shape without words is not believed: %j', (stored) => {
    expect(readVerdict(stored)).toBeUndefined();
    expect(readVerdict(passed)).toEqual(passed);
  });
});
