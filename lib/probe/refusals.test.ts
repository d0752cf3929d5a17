import { afterEach, describe, expect, test } from 'vitest';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import {
  type FakeSmartHost,
  type SmartHostKind,
  startSmartHost,
} from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import type { ProbePlan } from './probe-plan';
import { UnsafeProbePlan } from './probe-plan';

const running: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(running.splice(0).map((each) => each.close())));

const refusals = { unknownLocalPart: 'nobody-7f3a', foreignRecipient: 'x@example.com' };

async function asked(kind: SmartHostKind, given: Partial<ProbePlan> = {}) {
  const host: FakeSmartHost = await startSmartHost(kind, { host: 'mx.contoso.test', ca: await testCa() });
  running.push(host);
  const report = await run(planFor(host, { recipients: ['ada@contoso.com'], refusals, ...given }));
  const answers = report.observations.flatMap(({ check, stage, recipient, reply, failure }) =>
    check && stage === 'rcptTo' ? [`${check} ${recipient} ${failure ? reply?.code : 'accepted'}`] : [],
  );
  return { host, report, answers };
}

describe('What a server accepts and refuses', () => {
  test('is asked on the same connection, behind the message, with RSET between and no DATA', async () => {
    const { host, report, answers } = await asked('strict');
    expect(answers).toEqual([
      'postmaster postmaster@contoso.com accepted',
      'unknownRecipient nobody-7f3a@contoso.com 550',
      'foreignDomain x@example.com 554',
    ]);
    const said = report.transcript.flatMap(({ from, text }) =>
      from === 'client' ? [text.split(' ')[0]] : [],
    );
    const question = ['RSET', 'MAIL', 'RCPT'];
    expect(said.slice(-12)).toEqual(['DATA', '[test', ...question, ...question, ...question, 'QUIT']);
    expect(report.observations.filter(({ stage }) => stage === 'connect')).toHaveLength(1);
    expect(host.received.map(({ to }) => to)).toEqual([['ada@contoso.com']]);
  });

  test('is not asked unless somebody wants to know', async () => {
    const host = await startSmartHost('strict', { host: 'mx.contoso.test', ca: await testCa() });
    running.push(host);
    const report = await run(planFor(host, { recipients: ['ada@contoso.com'] }));
    expect(report.observations.filter(({ check }) => check)).toEqual([]);
  });

  test('is asked where nothing is sent, and where the mailbox was refused', async () => {
    expect((await asked('strict', { send: false })).answers).toHaveLength(3);
    expect((await asked('strict', { recipients: ['eve@contoso.com'] })).answers).toHaveLength(3);
  });

  test.each([
    ['no mailbox is tried', { recipients: [] }],
    ['the policy allows no envelope', { mayProceed: () => false }],
  ] as const)('is not asked where %s', async (_, given) => {
    expect((await asked('strict', given)).answers).toEqual([]);
  });

  test('is not asked of a server that says goodbye', async () => {
    expect((await asked('busy421AtRcpt')).answers).toEqual([]);
    expect((await asked('mustStartTls')).answers).toEqual([]);
  });

  test('never carries a second command', async () => {
    const unsafe = { unknownLocalPart: 'a>\r\nDATA', foreignRecipient: 'x@example.com' };
    await expect(asked('strict', { refusals: unsafe })).rejects.toThrow(UnsafeProbePlan);
  });
});
