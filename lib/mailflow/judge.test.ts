import { describe, expect, it, test } from 'vitest';
import { judge } from './judge';
import type { Failure, Observation, Stage } from './observation';
import { handshake, NOW } from './tls-facts-for-tests';
import type { TlsPolicy } from './tls-policy';
import type { ValidationPlan } from './validation-plan';

const HOST = 'mail.contoso.com';
const ADA = 'ada@contoso.com';
const BOB = 'bob@contoso.com';
const plan = (tls: TlsPolicy = { level: 'certificateValidation' }, recipients = [ADA]): ValidationPlan => ({
  hosts: [{ kind: 'name', host: HOST, port: 25 }],
  tls,
  recipients,
});

let clock = 0;
const at = (stage: Stage, given: Partial<Observation> = {}): Observation => {
  clock += 1;
  return { stage, host: HOST, port: 25, startedAtMs: clock, durationMs: 1, address: '203.0.113.1', ...given };
};
const resolved = (...addresses: string[]): Observation => {
  const { address: _, ...rest } = at('resolve', { addresses });
  return rest;
};
const ok = (code = 250) => ({ reply: { code, lines: ['ok'] } });
const refusal = (code: number, text: string): Pick<Observation, 'failure' | 'reply'> => {
  const reply = { code, enhanced: text.split(' ')[0] ?? '', lines: [text] };
  return { reply, failure: { kind: 'reply', reply } };
};
/** A visit that gets as far as `stages` say. */
const greeted = (address: string, tls = handshake()): Observation[] => [
  at('connect', { address }),
  at('banner', { address, ...ok(220) }),
  at('ehlo', { address, ...ok(), verb: 'EHLO', capabilities: ['STARTTLS'] }),
  at('starttls', { address, ...ok(220) }),
  at('tls', { address, tls }),
  at('ehloAfterTls', { address, ...ok(), verb: 'EHLO', capabilities: [] }),
];
const sent = (address: string, recipient = ADA): Observation[] => [
  at('mailFrom', { address, ...ok() }),
  at('rcptTo', { address, recipient, ...ok() }),
  at('data', { address, recipient, ...ok() }),
];
const told = (observations: readonly Observation[], of = plan()) => {
  const { outcome, tasks } = judge(observations, of, NOW);
  return [
    outcome,
    ...tasks.map(({ state, findings }) => [
      state,
      ...findings.map(({ code, severity, address }) => [severity, code, address].filter(Boolean).join(' ')),
    ]),
  ];
};
const failing = (stage: Stage, failure: Failure): Observation[] => {
  const order = greeted('203.0.113.1');
  const end = order.findIndex((each) => each.stage === stage);
  const { tls: _, reply: __, ...last } = order[end] ?? at(stage);
  return [resolved('203.0.113.1'), ...order.slice(0, end), { ...last, failure }];
};

describe('One host', () => {
  it('passes where it takes the test message under the demand', () => {
    expect(told([resolved('203.0.113.1'), ...greeted('203.0.113.1'), ...sent('203.0.113.1')])).toEqual([
      'passed',
      ['succeeded'],
      ['succeeded'],
    ]);
  });

  it('passes without a message where none was to be sent and the mailbox is accepted', () => {
    const seen = [resolved('203.0.113.1'), ...greeted('203.0.113.1'), ...sent('203.0.113.1').slice(0, 2)];
    expect(told(seen, { ...plan(), envelopeOnly: true })).toEqual(['passed', ['succeeded'], ['succeeded']]);
    expect(told(seen)).toEqual(['inconclusive', ['succeeded'], ['notRun']]);
  });

  it('passes where a worker before this one had sent the message, and says so', () => {
    const again = sent('203.0.113.1').map((each) =>
      each.stage === 'data' ? { ...each, sentEarlier: true as const } : each,
    );
    expect(told([resolved('203.0.113.1'), ...greeted('203.0.113.1'), ...again])).toEqual([
      'passed',
      ['succeeded'],
      ['succeeded', 'info sentEarlier 203.0.113.1'],
    ]);
  });

  test.each<[Stage, Failure, string, string]>([
    ['connect', { kind: 'timeout', limitMs: 5_000 }, 'failed', 'error connectTimeout'],
    ['connect', { kind: 'refused' }, 'failed', 'error connectionRefused'],
    ['connect', { kind: 'reset' }, 'failed', 'error connectionReset'],
    ['connect', { kind: 'unreachable', detail: 'EHOSTUNREACH' }, 'failed', 'error hostUnreachable'],
    ['connect', { kind: 'addressDenied', reason: 'loopback' }, 'failed', 'error addressDenied'],
    ['connect', { kind: 'deadline', limitMs: 30_000 }, 'inconclusive', 'warning runDeadline'],
    ['connect', { kind: 'cancelled' }, 'inconclusive', 'warning cancelled'],
    [
      'connect',
      { kind: 'budget', why: 'used', retryAt: '2026-11-24T09:05:00.000Z' },
      'inconclusive',
      'warning budgetUsed',
    ],
    [
      'connect',
      { kind: 'budget', why: 'busy', retryAt: '2026-11-24T09:05:00.000Z' },
      'inconclusive',
      'warning targetBusy',
    ],
    ['banner', { kind: 'timeout', limitMs: 10_000 }, 'inconclusive', 'warning neverGreets'],
    ['banner', { kind: 'closed' }, 'failed', 'error closedBeforeGreeting'],
    ['banner', { kind: 'notSmtp', sample: 'SSH-2.0' }, 'failed', 'error notSmtp'],
    ['banner', { kind: 'tooLong', what: 'line' }, 'failed', 'error replyTooLong'],
    ['banner', refusal(421, '4.7.0 busy').failure as Failure, 'inconclusive', 'warning serviceBusy'],
    ['ehlo', { kind: 'timeout', limitMs: 10_000 }, 'failed', 'error noAnswer'],
    ['ehlo', { kind: 'closed' }, 'failed', 'error connectionClosed'],
    ['starttls', { kind: 'starttlsNotOffered' }, 'failed', 'error starttlsNotOffered'],
    [
      'starttls',
      refusal(454, '4.7.0 no').failure as Failure,
      'inconclusive',
      'warning tlsTemporarilyUnavailable',
    ],
    ['starttls', { kind: 'plaintextAfterStarttls' }, 'failed', 'error plaintextInjected'],
    [
      'tls',
      { kind: 'tlsHandshake', code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' },
      'failed',
      'error tlsVersion',
    ],
    [
      'tls',
      { kind: 'tlsHandshake', code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' },
      'failed',
      'error tlsCipher',
    ],
    ['tls', { kind: 'tlsHandshake', code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'failed', 'error notTls'],
    ['tls', { kind: 'tlsHandshake', code: 'ERR_SSL_ODD' }, 'failed', 'error tlsHandshake'],
    ['tls', { kind: 'reset' }, 'failed', 'error tlsClosed'],
    ['tls', { kind: 'timeout', limitMs: 8_000 }, 'failed', 'error tlsTimeout'],
    ['ehloAfterTls', { kind: 'closed' }, 'failed', 'error connectionClosed'],
  ])('at %s, %j: %s, %s', (stage, failure, outcome, finding) => {
    expect(told(failing(stage, failure))).toEqual([outcome, [outcome, `${finding} 203.0.113.1`], ['notRun']]);
  });

  test.each<[Failure, string, string]>([
    [{ kind: 'dnsNotFound' }, 'failed', 'error dnsNotFound'],
    [{ kind: 'dnsTimeout' }, 'inconclusive', 'warning dnsTimeout'],
    [{ kind: 'dnsError', detail: 'ESERVFAIL' }, 'failed', 'error dnsServerFailure'],
    [{ kind: 'dnsError', detail: 'ECONNREFUSED' }, 'inconclusive', 'warning dnsUnusable'],
    [{ kind: 'addressDenied', reason: 'metadata' }, 'failed', 'error addressDenied'],
  ])('whose name ends in %j is %s', (failure, outcome, finding) => {
    expect(told([{ ...resolved(), failure }])).toEqual([outcome, [outcome, finding], ['notRun']]);
  });

  test.each<[string, ReturnType<typeof handshake>, string]>([
    ['expired', handshake({ validTo: '2026-11-22T08:00:00.000Z' }, 'CERT_HAS_EXPIRED'), 'certificateExpired'],
    [
      'of tomorrow',
      handshake({ validFrom: '2026-11-25T00:00:00.000Z' }, 'CERT_NOT_YET_VALID'),
      'certificateNotYetValid',
    ],
    ['below an expired intermediate', handshake({}, 'CERT_HAS_EXPIRED'), 'chainExpired'],
    ['self-signed', handshake({}, 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'selfSigned'],
    ['without its intermediate', handshake({}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'issuerUnknown'],
    ['of a private CA', handshake({}, 'SELF_SIGNED_CERT_IN_CHAIN'), 'caNotTrusted'],
    ['for clients', handshake({}, 'INVALID_PURPOSE'), 'wrongPurpose'],
    ['signed with SHA-1', handshake({}, 'UNSPECIFIED'), 'weakSignature'],
    ['with another error', handshake({}, 'CERT_REVOKED'), 'chainInvalid'],
  ])('with a certificate %s fails where certificates are checked, and only then', (_, tls, code) => {
    const visit = [resolved('203.0.113.1'), ...greeted('203.0.113.1', tls)];
    expect(told(visit)).toEqual(['failed', ['failed', `error ${code} 203.0.113.1`], ['notRun']]);
    const mail = [...visit, ...sent('203.0.113.1')];
    expect(told(mail, plan({ level: 'encryptionOnly' }))).toEqual([
      'passed',
      ['succeeded', `info ${code} 203.0.113.1`],
      ['succeeded'],
    ]);
  });

  test.each<[string, Parameters<typeof handshake>[0], string]>([
    ['expires in 29 days', { validTo: '2026-12-24T08:00:00.000Z' }, 'certificateExpiresSoon'],
    ['has 1024 bits', { keyBits: 1_024 }, 'weakKey'],
    ['names another host', { subjectAlternativeNames: ['other.test'] }, 'hostNameMismatch'],
  ])('passes with a warning where its certificate %s', (_, given, code) => {
    const visit = [
      resolved('203.0.113.1'),
      ...greeted('203.0.113.1', handshake(given)),
      ...sent('203.0.113.1'),
    ];
    expect(told(visit)).toEqual(['passed', ['succeeded', `warning ${code} 203.0.113.1`], ['succeeded']]);
  });

  it('is told when its certificate expired, and how long ago', () => {
    const tls = handshake({ validTo: '2026-11-22T08:00:00.000Z' }, 'CERT_HAS_EXPIRED');
    const [task] = judge([resolved('203.0.113.1'), ...greeted('203.0.113.1', tls)], plan(), NOW).tasks;
    expect(task?.findings[0]?.params).toEqual({ date: '2026-11-22T08:00:00.000Z', days: 2 });
  });

  it('that breaks TLS gets mail in clear text where that will do, with a warning', () => {
    const broken = failing('tls', { kind: 'closed' });
    const again = greeted('203.0.113.1').slice(0, 3);
    expect(told([...broken, ...again, ...sent('203.0.113.1')], plan({ level: 'opportunistic' }))).toEqual([
      'passed',
      ['succeeded', 'info tlsClosed 203.0.113.1', 'warning clearText 203.0.113.1'],
      ['succeeded'],
    ]);
  });

  it('says so where a firewall hides its greeting', () => {
    const visit = greeted('203.0.113.1');
    const masked = { reply: { code: 220, lines: ['**********2***'] } };
    const signs = visit.map((each) => (each.stage === 'banner' ? { ...each, ...masked } : each));
    expect(told([resolved('203.0.113.1'), ...signs, ...sent('203.0.113.1')])[1]).toEqual([
      'succeeded',
      'warning bannerMasked 203.0.113.1',
    ]);
  });
});

describe('Several addresses', () => {
  const two = resolved('203.0.113.1', '203.0.113.2');
  it('fail where one of them does, and both are named', () => {
    const expired = handshake({ validTo: '2026-11-22T08:00:00.000Z' }, 'CERT_HAS_EXPIRED');
    const visits = [...greeted('203.0.113.1'), ...sent('203.0.113.1'), ...greeted('203.0.113.2', expired)];
    expect(told([two, ...visits])).toEqual([
      'failed',
      ['failed', 'error certificateExpired 203.0.113.2', 'warning addressesDisagree'],
      ['succeeded'],
    ]);
    expect(judge([two, ...visits], plan(), NOW).tasks[0]?.findings.at(-1)?.params).toEqual({
      failing: '203.0.113.2',
      working: '203.0.113.1',
    });
  });

  it('say once what all of them show', () => {
    const other = handshake({ subjectAlternativeNames: ['other.test'] });
    const visits = [
      ...greeted('203.0.113.1', other),
      ...sent('203.0.113.1'),
      ...greeted('203.0.113.2', other),
    ];
    expect(told([two, ...visits])[1]).toEqual(['succeeded', 'warning hostNameMismatch']);
  });

  const noRoute = { failure: { kind: 'unreachable', detail: 'ENETUNREACH' } } as const;
  const ipv6 = at('connect', { address: '2001:db8::1', ...noRoute });
  it('pass where only the console has no IPv6', () => {
    const visits = [...greeted('203.0.113.1'), ...sent('203.0.113.1'), ipv6];
    expect(told([two, ...visits])).toEqual([
      'passed',
      ['succeeded', 'warning ipv6NotTried 2001:db8::1'],
      ['succeeded'],
    ]);
  });
  it('prove nothing where the only one is IPv6 and the console has none', () => {
    expect(told([resolved('2001:db8::1'), ipv6])).toEqual([
      'inconclusive',
      ['inconclusive', 'warning ipv6Unreachable 2001:db8::1'],
      ['notRun'],
    ]);
  });
});

describe('Test messages', () => {
  const reached = [resolved('203.0.113.1'), ...greeted('203.0.113.1')];
  const both = plan(undefined, [ADA, BOB]);
  it('are judged for each mailbox by itself', () => {
    const refused = at('rcptTo', { recipient: ADA, ...refusal(550, '5.1.1 User unknown') });
    expect(told([...reached, at('mailFrom', ok()), refused, ...sent('203.0.113.1', BOB)], both)).toEqual([
      'failed',
      ['succeeded'],
      ['failed', 'error unknownRecipient 203.0.113.1'],
      ['succeeded'],
    ]);
  });
  it('all fail where the sender is refused', () => {
    expect(told([...reached, at('mailFrom', refusal(550, '5.1.8 no'))], both).slice(2)).toEqual([
      ['failed', 'error senderRefused 203.0.113.1'],
      ['failed', 'error senderRefused 203.0.113.1'],
    ]);
  });
  it('are inconclusive where the host greylists', () => {
    const later = at('rcptTo', { recipient: ADA, ...refusal(450, '4.7.1 Greylisted') });
    expect(told([...reached, at('mailFrom', ok()), later])).toEqual([
      'inconclusive',
      ['succeeded'],
      ['inconclusive', 'warning greylisted 203.0.113.1'],
    ]);
    const [, mail] = judge([...reached, at('mailFrom', ok()), later], plan(), NOW).tasks;
    expect(mail?.findings[0]?.retryAt).toBe('2026-11-24T09:05:00.000Z');
  });
  it('of a run that saw nothing were not run', () => {
    expect(told([])).toEqual(['inconclusive', ['notRun'], ['notRun']]);
  });
});
