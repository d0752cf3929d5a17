import { expect, it, test } from 'vitest';
import type { RuleCondition, TransportRule } from '../mailflow/transport-rule';
import type { RecordFields } from './kept-settings';
import { ruleParameters, ruleRecord } from './rule-parameters';

const rule = (given: Partial<TransportRule>): TransportRule => ({
  name: 'Contracts',
  enabled: true,
  priority: 3,
  conditions: [],
  exceptions: [],
  connector: { by: 'name', name: 'HQ' },
  stopProcessing: true,
  ...given,
});
/** What the parameters say beside nothing. */
const asked = (given: Partial<TransportRule>): RecordFields =>
  Object.fromEntries(
    Object.entries(ruleParameters(rule(given)).parameters).filter(
      ([name, value]) =>
        value !== null &&
        value !== false &&
        !/^(Name|Enabled|Priority|RouteMessageOutboundConnector|StopRuleProcessing)$/.test(name),
    ),
  );

it('says where the rule leads, its place, and every predicate that it does not ask', () => {
  const { parameters, cannotSay } = ruleParameters(rule({ enabled: false }));
  expect(cannotSay).toEqual([]);
  expect(parameters).toMatchObject({
    ...{ Name: 'Contracts', Enabled: false, Priority: 3, RouteMessageOutboundConnector: 'HQ' },
    ...{ StopRuleProcessing: true, RecipientDomainIs: null, ExceptIfMessageSizeOver: null },
    ...{ HasNoClassification: false, ExceptIfSenderIpRanges: null },
  });
});

test.each<[RuleCondition, RecordFields]>([
  [{ kind: 'recipientDomainIs', domains: ['a.com', 'b.com'] }, { RecipientDomainIs: ['a.com', 'b.com'] }],
  [{ kind: 'recipientIs', addresses: ['ada@a.com'] }, { SentTo: ['ada@a.com'] }],
  [{ kind: 'recipientMatches', patterns: ['*@a.com'] }, { RecipientAddressMatchesPatterns: ['@a\\.com$'] }],
  [{ kind: 'recipientMemberOf', group: 'Board', members: ['ada@a.com'] }, { SentToMemberOf: ['Board'] }],
  [{ kind: 'recipientScope', scope: 'internal' }, { SentToScope: 'InOrganization' }],
  [{ kind: 'senderDomainIs', domains: ['a.com'] }, { SenderDomainIs: ['a.com'] }],
  [{ kind: 'senderIs', addresses: ['ada@a.com'] }, { From: ['ada@a.com'] }],
  [{ kind: 'senderMatches', patterns: ['ada*'] }, { FromAddressMatchesPatterns: ['^ada'] }],
  [{ kind: 'senderMemberOf', group: 'Board', members: [] }, { FromMemberOf: ['Board'] }],
  [{ kind: 'senderScope', scope: 'external' }, { FromScope: 'NotInOrganization' }],
  [
    { kind: 'headerContains', header: 'X-A', words: ['one', 'two words'] },
    { HeaderContainsMessageHeader: 'X-A', HeaderContainsWords: ['one', 'two words'] },
  ],
  [
    { kind: 'headerMatches', header: 'X-A', patterns: ['*one*'] },
    { HeaderMatchesMessageHeader: 'X-A', HeaderMatchesPatterns: ['one'] },
  ],
  [{ kind: 'sizeAtLeast', bytes: 1_048_576 }, { MessageSizeOver: 1_048_576 }],
  [{ kind: 'other', parameter: 'SenderIpRanges', value: ['192.0.2.1'] }, { SenderIpRanges: ['192.0.2.1'] }],
])('$kind has its parameter, and its twin as an exception', (condition, parameters) => {
  expect(asked({ conditions: [condition] })).toEqual(parameters);
  const twins = Object.entries(parameters).map(([name, value]) => [`ExceptIf${name}`, value]);
  expect(asked({ exceptions: [condition] })).toEqual(Object.fromEntries(twins));
});

const A: RuleCondition = { kind: 'recipientDomainIs', domains: ['a.com'] };
const B: RuleCondition = { kind: 'recipientDomainIs', domains: ['b.com'] };
const board: RuleCondition = { kind: 'senderMemberOf', group: 'Board', members: [] };
const sales: RuleCondition = { kind: 'senderMemberOf', group: 'Sales', members: [] };
const word = (header: string, one: string): RuleCondition => ({
  ...{ kind: 'headerContains', header, words: [one] },
});
const size = (bytes: number): RuleCondition => ({ kind: 'sizeAtLeast', bytes });
const scope = (kind: 'internal' | 'external'): RuleCondition => ({ kind: 'senderScope', scope: kind });

test.each<[string, Partial<TransportRule>, RecordFields]>([
  ['the larger of two sizes', { conditions: [size(1_024), size(2_048)] }, { MessageSizeOver: 2_048 }],
  ['what was said already', { conditions: [A, A] }, { RecipientDomainIs: ['a.com'] }],
  ['both lists of exceptions', { exceptions: [A, B] }, { ExceptIfRecipientDomainIs: ['a.com', 'b.com'] }],
  ['both groups of exceptions', { exceptions: [board, sales] }, { ExceptIfFromMemberOf: ['Board', 'Sales'] }],
  [
    'words of one header in exceptions',
    { exceptions: [word('X-A', 'one'), word('x-a', 'two')] },
    { ExceptIfHeaderContainsMessageHeader: 'X-A', ExceptIfHeaderContainsWords: ['one', 'two'] },
  ],
  ['the smaller size of exceptions', { exceptions: [size(2), size(1)] }, { ExceptIfMessageSizeOver: 1 }],
])('one parameter says %s', (_, given, parameters) => {
  expect(asked(given)).toEqual(parameters);
  expect(ruleParameters(rule(given)).cannotSay).toEqual([]);
});

const taken = (list: 'conditions' | 'exceptions', parameter: string) => ({
  why: 'taken',
  list,
  at: 1,
  parameter,
});

test.each<[string, Partial<TransportRule>, unknown]>([
  ['two lists that must both hold', { conditions: [A, B] }, taken('conditions', 'RecipientDomainIs')],
  ['two groups at once', { conditions: [board, sales] }, taken('conditions', 'FromMemberOf')],
  [
    'words of two headers',
    { exceptions: [word('X-A', 'one'), word('X-B', 'one')] },
    taken('exceptions', 'ExceptIfHeaderContainsWords'),
  ],
  [
    'inside and outside',
    { exceptions: [scope('internal'), scope('external')] },
    taken('exceptions', 'ExceptIfFromScope'),
  ],
  [
    'an expression of Exchange beside a pattern of ours',
    {
      conditions: [
        { kind: 'other', parameter: 'FromAddressMatchesPatterns', value: ['a|b'] },
        { kind: 'senderMatches', patterns: ['a*'] },
      ],
    },
    taken('conditions', 'FromAddressMatchesPatterns'),
  ],
  [
    'a pattern that is too long as an expression',
    { conditions: [A, { kind: 'senderMatches', patterns: ['.'.repeat(100)] }] },
    { why: 'tooLong', list: 'conditions', at: 1, parameter: 'FromAddressMatchesPatterns' },
  ],
  ['a connector by id', { connector: { by: 'id', id: 'c1' } }, { why: 'connector' }],
])('no parameter says %s', (_, given, expected) =>
  expect(ruleParameters(rule(given)).cannotSay).toEqual([expected]),
);

it('keeps what Exchange said beside it', () => {
  const kept = [
    { name: 'SetHeaderName', value: 'X-Route' },
    { name: 'RouteMessageOutboundConnector', value: 'CN=HQ,CN=Outbound', instead: 'HQ' },
  ];
  const named = rule({ exchange: { kept } });
  expect(ruleRecord(named)).toMatchObject({
    SetHeaderName: 'X-Route',
    RouteMessageOutboundConnector: 'CN=HQ,CN=Outbound',
  });
  const moved = { ...named, connector: { by: 'name' as const, name: 'Other' } };
  expect(ruleRecord(moved)).toMatchObject({ RouteMessageOutboundConnector: 'Other' });
});
