import { beforeAll, describe, expect, test } from 'vitest';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { oddAt, type Place, type Step } from '../../e2e/support/smart-hosts/raw-scripts';
import { startScriptedHost } from '../../e2e/support/smart-hosts/smart-host';
import { type TestCa, testCa } from '../../e2e/support/smart-hosts/test-ca';
import { judge } from '../mailflow/judge';
import type { VerdictCode } from '../mailflow/verdict-codes';
import { watchLeaks } from './leaks-for-tests';

/** What a bare code means where it is said: no enhanced code and no words help. */
const MEANINGS: readonly (readonly [Place, Partial<Record<VerdictCode | 'passed', string>>])[] = [
  ['banner', { serviceBusy: '421 450 451 452 454', noMailService: '530 535 550 551 552 553 554' }],
  ['ehlo', { serviceBusy: '421 450 451 452 454', helloRefused: '530 535 550 551 552 553 554' }],
  [
    'starttls',
    {
      serviceBusy: '421',
      tlsTemporarilyUnavailable: '450 451 452 454',
      starttlsRefused: '530 535 550 551 552 553 554',
    },
  ],
  ['ehloAfterTls', { serviceBusy: '421 450 451 452 454', helloRefused: '530 535 550 551 552 553 554' }],
  [
    'mailFrom',
    {
      serviceBusy: '421',
      temporarilyRefused: '450 451 452 454',
      authenticationRequired: '530 535',
      senderRefused: '550 551 553 554',
      messageTooLarge: '552',
    },
  ],
  [
    'rcptTo',
    {
      serviceBusy: '421',
      temporarilyRefused: '450 451 452 454',
      authenticationRequired: '530 535',
      refused: '550 553 554',
      unknownRecipient: '551',
      mailboxFull: '552',
    },
  ],
  ...(['data', 'message'] as const).map(
    (place) =>
      [
        place,
        {
          serviceBusy: '421',
          temporarilyRefused: '450 451 452 454',
          authenticationRequired: '530 535',
          messageRefused: '550 551 553 554',
          messageTooLarge: '552',
        },
      ] as const,
  ),
  ['quit', { passed: '421 450 451 452 454 530 535 550 551 552 553 554' }],
];

/** What it means where a server goes, or keeps silent. */
const ENDS: readonly (readonly [Place, closes: VerdictCode | 'passed', silent: VerdictCode | 'passed'])[] = [
  ['banner', 'closedBeforeGreeting', 'neverGreets'],
  ['ehlo', 'connectionClosed', 'noAnswer'],
  ['starttls', 'connectionClosed', 'noAnswer'],
  ['ehloAfterTls', 'connectionClosed', 'noAnswer'],
  ['mailFrom', 'connectionClosed', 'noAnswer'],
  ['rcptTo', 'connectionClosed', 'noAnswer'],
  ['rset', 'connectionClosed', 'noAnswer'],
  ['data', 'connectionClosed', 'noAnswer'],
  ['message', 'connectionClosed', 'noAnswer'],
  ['quit', 'passed', 'passed'],
];

let ca: TestCa;
beforeAll(async () => {
  ca = await testCa();
});

/** The stage that failed and what that means, for the last mailbox where it is about mailboxes; TLS is required. */
async function told(place: Place, steps: readonly Step[]) {
  const host = await startScriptedHost(oddAt(place, steps), { host: 'mx.contoso.test', ca });
  const recipients = ['ada@contoso.test', ...(place === 'rset' ? ['bob@contoso.test'] : [])];
  const plan = planFor(host, { recipients, mayProceed: (tls) => tls !== undefined });
  const { value: report, leaks } = await watchLeaks(() => run(plan, { ca: [ca.rootPem] })).finally(
    host.close,
  );
  expect(leaks).toEqual([]);
  const asked = { hosts: plan.hosts, recipients, tls: { level: 'encryptionOnly' } } as const;
  const { outcome, tasks } = judge(report.observations, asked, new Date());
  const [finding] = tasks
    .filter(({ recipient }) => recipient === undefined || recipient === recipients.at(-1))
    .flatMap(({ findings }) => findings)
    .filter(({ code, severity }) => severity !== 'info' && code !== 'privateAddress');
  return finding ? [finding.stage, finding.code] : [place, outcome];
}

/** The stage that a place belongs to. */
const stageOf = (place: Place): string => ({ rset: 'mailFrom', message: 'data' })[place as string] ?? place;

describe.concurrent('A refusal means what its code says at its stage', () => {
  const cells = MEANINGS.flatMap(([place, meanings]) =>
    Object.entries(meanings).flatMap(([means, codes]) =>
      codes.split(' ').map((code) => [code, place, means] as const),
    ),
  );
  test.each(cells)('%s at %s: %s', async (code, place, means) => {
    expect(await told(place, [['say', `${code} No\r\n`]])).toEqual([stageOf(place), means]);
  });
});

describe.concurrent('A server that ends the dialogue', () => {
  test.each(ENDS)('at %s', async (place, closes, silent) => {
    const [closed, dropped, reset, never] = await Promise.all(
      ([[['close']], [['drop']], [['wait', 20], ['reset']], []] satisfies Step[][]).map((steps) =>
        told(place, steps),
      ),
    );
    expect(closed).toEqual([stageOf(place), closes]);
    expect(dropped).toEqual(closed);
    expect(reset).toEqual(closed);
    expect(never).toEqual([stageOf(place), silent]);
  });
});
