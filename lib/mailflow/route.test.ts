import { describe, expect, test } from 'vitest';
import type { MailSetup } from './mail-setup';
import { compileRoutes, routeOf } from './route';
import type { TraceMessage } from './route-trace';
import { articleSetup, outbound, rule, setup } from './setup-for-tests';
import { traceRoute } from './trace-route';

const ask = (given: MailSetup, to: string, message: Partial<TraceMessage> = {}) => {
  const [trace] = traceRoute(compileRoutes(given), { ...message, recipients: [to] });
  if (!trace) throw new Error('There is one answer a recipient.');
  return trace;
};

const answer = (given: MailSetup, to: string, message: Partial<TraceMessage> = {}) => {
  const { winner, reason, ambiguous } = ask(given, to, message);
  return `${winner?.name ?? 'nobody'}, ${reason}${ambiguous ? ', ambiguous' : ''}`;
};

test.each([
  ['john@fabrikam.com', 'Connector 1', 'acceptedDomain', 'Connector 1'],
  ['john@contoso.com', 'Connector 2', 'exactDomain', 'Connector 2'],
  ['john@sales.contoso.com', 'Connector 3', 'suffix', 'Connector 1'],
  ['john@contoso.onmicrosoft.com', 'Connector 1', 'acceptedDomain', 'Connector 1'],
  ['john@x.sales.contoso.com', 'Connector 3', 'suffix', 'Connector 3'],
  ['john@gmail.com', undefined, 'externalDefault', undefined],
])(
  'the article’s example: %s goes to %s by %s, by the list word for word to %s',
  (to, winner, reason, literal) => {
    const trace = ask(articleSetup, to);
    expect(trace.winner?.name).toBe(winner);
    expect(trace.reason).toBe(reason);
    expect(trace.literal.winner?.name).toBe(literal);
    expect(trace.literal.differs).toBe(winner !== literal);
    expect(trace.notes.some(({ code }) => code === 'literalListDiffers')).toBe(winner !== literal);
    expect(routeOf(compileRoutes(articleSetup), to).winner?.name).toBe(winner);
  },
);

test('who is beaten says by what', () => {
  expect(ask(articleSetup, 'john@contoso.com').beaten).toEqual([
    {
      connector: { id: 'Connector 3', name: 'Connector 3' },
      reason: 'lessSpecific',
      match: 'suffixApex',
      pattern: '*.contoso.com',
      wouldWin: false,
    },
    {
      connector: { id: 'Connector 1', name: 'Connector 1' },
      reason: 'lessSpecific',
      match: 'acceptedDomain',
      wouldWin: false,
    },
  ]);
});

const on = 'contoso.com fabrikam.com;relay lab.contoso.com;relay+';
const row = (...given: readonly [what: string, MailSetup, to: string, expected: string]) => given;

describe('which connector', () => {
  test.each([
    row('the longest wildcard', setup([outbound('A', '*.com.au *.x.com.au')]), 'a@y.x.com.au', 'A, suffix'),
    row(
      'a longer wildcard of another connector',
      setup([outbound('A', '*.com.au'), outbound('B', '*.x.com.au')]),
      'a@y.x.com.au',
      'B, suffix',
    ),
    row(
      'a wildcard for the domain itself',
      setup([outbound('A', '*.contoso.com')]),
      'a@contoso.com',
      'A, suffixApex, ambiguous',
    ),
    row('everything', setup([outbound('A', '*')]), 'a@gmail.com', 'A, everyDomain'),
    row(
      'all accepted domains beside everything',
      setup([outbound('A', '*'), outbound('B', 'accepted')], on),
      'a@contoso.com',
      'B, acceptedDomain, ambiguous',
    ),
    row(
      'a subdomain that is accepted',
      setup([outbound('A', 'accepted')], on),
      'a@x.lab.contoso.com',
      'A, acceptedSubdomain',
    ),
    row(
      'a subdomain that is not',
      setup([outbound('A', 'accepted')], on),
      'a@x.contoso.com',
      'nobody, externalDefault',
    ),
    row('nobody for an authoritative domain', setup([], on), 'a@contoso.com', 'nobody, authoritativeDefault'),
    row(
      'nobody for an internal relay domain',
      setup([], on),
      'a@fabrikam.com',
      'nobody, internalRelayDefault',
    ),
    row(
      'one that waits for a rule is never chosen by domain',
      setup([outbound('A', 'rule')], on),
      'a@contoso.com',
      'nobody, authoritativeDefault',
    ),
    row(
      'two alike: the organization’s own servers',
      setup([outbound('A', 'x.com', { partnerKind: 'partner' }), outbound('B', 'x.com')]),
      'a@x.com',
      'B, exactDomain, ambiguous',
    ),
    row(
      'two alike: the validated one',
      setup([outbound('A', 'x.com', { health: 'stale' }), outbound('B', 'x.com', { health: 'passed' })]),
      'a@x.com',
      'B, exactDomain, ambiguous',
    ),
    row(
      'two alike: the name, by its characters',
      setup([outbound('a', 'x.com'), outbound('B', 'x.com')]),
      'a@x.com',
      'B, exactDomain, ambiguous',
    ),
    row(
      'a domain in any spelling',
      setup([outbound('A', 'bücher.example')]),
      'a@BÜCHER.Example.',
      'A, exactDomain',
    ),
    row(
      'one in test mode',
      setup([outbound('A', 'x.com', { testMode: true })]),
      'a@x.com',
      'nobody, externalDefault',
    ),
    row(
      'one that is off',
      setup([outbound('A', 'x.com', { enabled: false })]),
      'a@x.com',
      'nobody, externalDefault',
    ),
    row(
      'the shorter wildcard while the longer is off',
      setup([outbound('A', '*.y.x.com', { enabled: false }), outbound('B', '*.x.com')]),
      'a@z.y.x.com',
      'B, suffix',
    ),
    row('an address that is none', setup([outbound('A', '*')]), 'nobody', 'nobody, unreadable'),
  ])('%s', (_what, given, to, expected) => {
    expect(answer(given, to)).toBe(expected);
    const route = routeOf(compileRoutes(given), to);
    expect(`${route.winner?.name ?? 'nobody'}, ${route.reason}${route.ambiguous ? ', ambiguous' : ''}`).toBe(
      expected,
    );
  });
});

test('those that would win if only they were on', () => {
  const given = setup([
    outbound('off', 'x.com', { enabled: false }),
    outbound('testing', 'x.com', { testMode: true, enabled: true }),
    outbound('weaker', '*', { enabled: false }),
    outbound('live', '*.x.com'),
  ]);
  expect(
    ask(given, 'a@x.com').beaten.map(({ connector, reason, wouldWin }) => [connector.name, reason, wouldWin]),
  ).toEqual([
    ['off', 'off', true],
    ['testing', 'testMode', true],
    ['weaker', 'off', false],
  ]);
});

test('why the loser of a tie lost', () => {
  const given = setup([
    outbound('own, validated', 'x.com', { health: 'passed' }),
    outbound('own', 'x.com'),
    outbound('own, validated, later', 'x.com', { health: 'passed' }),
    outbound('partner', 'x.com', { partnerKind: 'partner' }),
  ]);
  const trace = ask(given, 'a@x.com');
  expect(trace.winner?.name).toBe('own, validated');
  expect(trace.beaten.map(({ connector, reason }) => [connector.name, reason])).toEqual([
    ['own, validated, later', 'tieName'],
    ['own', 'tieValidated'],
    ['partner', 'tieOnPremises'],
  ]);
  expect(trace.notes).toContainEqual({ code: 'tie', params: { count: 4 } });
});

test('centralized mail transport that leaves a recipient out is told of', () => {
  const given = setup([
    outbound('Hybrid', 'contoso.com', { routeAllViaOnPremises: true }),
    outbound('Partner', 'x.com', { partnerKind: 'partner' }),
  ]);
  const codes = (to: string) => ask(given, to).notes.map(({ code }) => code);
  expect(codes('a@x.com')).toContain('routeAllElsewhere');
  expect(codes('a@gmail.com')).toContain('routeAllElsewhere');
  expect(codes('a@contoso.com')).not.toContain('routeAllElsewhere');
});

test('a thousand recipients get a thousand answers, in their order', () => {
  const recipients = Array.from({ length: 1_000 }, (_, at) =>
    at % 3 ? `a${at}@contoso.com` : `broken ${at}`,
  );
  const traces = traceRoute(compileRoutes(articleSetup), { recipients });
  expect(traces.map(({ to }) => to)).toEqual(recipients);
  expect(traces.filter(({ problem }) => problem)).toHaveLength(334);
});

describe('transport rules', () => {
  const connectors = [
    outbound('Scoped', 'rule'),
    outbound('Other', 'rule'),
    outbound('Off', 'rule', { enabled: false }),
    outbound('Testing', 'rule', { testMode: true }),
    outbound('By domain', '*'),
  ];
  const to = 'ada@sales.contoso.com';
  const withRules = (...rules: ReturnType<typeof rule>[]) => setup(connectors, on, rules);
  const sales = { conditions: [{ kind: 'recipientDomainIs', domains: ['contoso.com'] }] } as const;

  test.each([
    ['one for everything', [rule('r', 'Scoped')], 'Scoped, rule'],
    ['one by the name in other case', [rule('r', 'SCOPED')], 'Scoped, rule'],
    ['a domain takes its subdomains', [rule('r', 'Scoped', sales)], 'Scoped, rule'],
    ['one that is off', [rule('r', 'Scoped', { enabled: false })], 'By domain, everyDomain'],
    ['to a connector that is gone', [rule('r', 'Gone')], 'nobody, ruleConnectorMissing'],
    ['to a connector that is off', [rule('r', 'Off')], 'nobody, ruleConnectorOff'],
    ['to a connector in test mode', [rule('r', 'Testing')], 'nobody, ruleConnectorTestMode'],
    [
      'two that stop',
      [
        rule('second', 'Other', { priority: 1, stopProcessing: true }),
        rule('first', 'Scoped', { priority: 0, stopProcessing: true }),
      ],
      'Scoped, rule',
    ],
    [
      'two that don’t',
      [rule('first', 'Scoped', { priority: 0 }), rule('second', 'Other', { priority: 1 })],
      'Other, rule, ambiguous',
    ],
    [
      'two to one connector',
      [rule('first', 'Scoped', { priority: 0 }), rule('second', 'scoped', { priority: 1 })],
      'Scoped, rule',
    ],
    [
      'an exception',
      [rule('r', 'Scoped', { exceptions: [{ kind: 'recipientIs', addresses: ['ADA@sales.contoso.com'] }] })],
      'By domain, everyDomain',
    ],
  ])('%s', (_what, rules, expected) => {
    expect(answer(withRules(...rules), to)).toBe(expected);
  });

  test('the connector that the domain would choose loses to the rule', () => {
    const trace = ask(withRules(rule('r', 'Scoped')), to);
    expect(trace.rule).toEqual({ id: 'r', name: 'r' });
    expect(trace.beaten.map(({ connector, reason }) => [connector.name, reason])).toEqual([
      ['By domain', 'ruleWins'],
    ]);
    expect(trace.literal.differs).toBe(false);
  });

  test('a rule overruled by a later one says so, and both are named', () => {
    const trace = ask(
      withRules(rule('first', 'Scoped', { priority: 0 }), rule('second', 'Other', { priority: 1 })),
      to,
    );
    expect(trace.rules.map(({ outcome }) => outcome)).toEqual(['overruled', 'took']);
    expect(trace.beaten[0]).toMatchObject({ connector: { name: 'Scoped' }, reason: 'ruleOverruled' });
    expect(trace.notes).toContainEqual({
      code: 'rulesDisagree',
      params: { first: 'first', second: 'second' },
    });
  });

  test('one recipient of two is taken, and the message is split', () => {
    const given = withRules(rule('r', 'Scoped', sales));
    const traces = traceRoute(compileRoutes(given), { recipients: ['a@contoso.com', 'b@gmail.com'] });
    expect(traces.map(({ winner }) => winner?.name)).toEqual(['Scoped', 'By domain']);
    expect(traces[0]?.notes).toContainEqual({ code: 'recipientsApart' });
  });

  test('what the message does not say is asked for, and the rule is taken not to fit', () => {
    const given = withRules(
      rule('r', 'Scoped', { conditions: [{ kind: 'senderDomainIs', domains: ['fabrikam.com'] }] }),
    );
    const trace = ask(given, to);
    expect(trace.winner?.name).toBe('By domain');
    expect(trace.rules).toEqual([{ rule: { id: 'r', name: 'r' }, outcome: 'undecided' }]);
    expect(trace.notes).toContainEqual({ code: 'ruleNeedsSender', params: { rule: 'r' } });
    expect(answer(given, to, { sender: 'x@fabrikam.com' })).toBe('Scoped, rule');
    expect(answer(given, to, { sender: '<>' })).toBe('By domain, everyDomain');
  });

  test('who is in a group, and what only Exchange can judge, is said to be unknown beside what may be entered', () => {
    const given = withRules(
      rule('r', 'Scoped', {
        conditions: [
          { kind: 'senderIs', addresses: ['x@fabrikam.com'] },
          { kind: 'recipientMemberOf', group: 'Board', members: [] },
        ],
        exceptions: [{ kind: 'other', parameter: 'HasSenderOverride', value: true }],
      }),
    );
    const trace = ask(given, to);
    expect(trace.winner?.name).toBe('By domain');
    expect(trace.rules).toEqual([{ rule: { id: 'r', name: 'r' }, outcome: 'undecided' }]);
    expect(trace.notes.filter(({ code }) => code.startsWith('rule'))).toEqual([
      { code: 'ruleNeedsSender', params: { rule: 'r' } },
      { code: 'ruleNeedsGroup', params: { rule: 'r', group: 'Board' } },
      { code: 'ruleNotJudged', params: { rule: 'r', parameter: 'HasSenderOverride' } },
    ]);
    // A no counts for more than what nobody knows.
    expect(answer(given, to, { sender: 'y@fabrikam.com' })).toBe('By domain, everyDomain');
    const { rules, notes } = ask(given, to, { sender: 'y@fabrikam.com' });
    expect([rules[0]?.outcome, notes.filter(({ code }) => code.startsWith('rule'))]).toEqual([
      'condition',
      [],
    ]);
  });

  test('a rule to a connector that is used by domain too is not certain', () => {
    const trace = ask(withRules(rule('r', 'By domain')), to);
    expect(trace.notes.map(({ code }) => code)).toContain('ruleTargetNotScoped');
  });
});
