import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Json } from '../mailflow/exchange-origin';
import type { RuleCondition } from '../mailflow/transport-rule';
import type { RecordFields } from './kept-settings';
import { sayableRule } from './rule-arbitrary-for-tests';
import { ruleParameters, ruleRecord } from './rule-parameters';
import { leadsToConnector, readRuleRecord } from './rule-record';

/** As the admin API gave it in July 2026, with a way to go and most of its 200 properties left out. */
const RECORD = {
  'Priority@data.type': 'System.Int32',
  Priority: 2,
  DlpPolicy: null,
  Comments: 'by hand',
  CreatedBy: 'Ada',
  Description: "If the message:\r\n\tIs received from 'Outside the organization'\r\n",
  'Conditions@odata.type': '#Collection(String)',
  Conditions: ['Microsoft.Exchange.MessagingPolicies.Rules.Tasks.FromScopePredicate'],
  Exceptions: null,
  State: 'Enabled',
  Mode: 'Enforce',
  SenderAddressLocation: 'Header',
  FromScope: 'NotInOrganization',
  SentToScope: null,
  HasNoClassification: false,
  RecipientDomainIs: [],
  BlindCopyTo: null,
  DeleteMessage: false,
  RouteMessageOutboundConnector: 'HQ',
  StopRuleProcessing: false,
  SetAuditSeverity: 'Medium',
  Guid: '0AB1E768-08B0-4768-81E2-64D6F990C552',
  Name: 'Contracts',
  WhenChanged: '2026-07-23T21:51:45.0000000+00:00',
};

const read = (given: RecordFields, nameOf?: (guid: string) => string | undefined) => {
  const answer = readRuleRecord({ ...RECORD, ...given }, 7, nameOf);
  if (!answer.ok) throw new Error('can not be taken over');
  return answer;
};
const notesOf = (given: RecordFields) => read(given).notes.map(({ code, severity }) => `${code} ${severity}`);

describe('A rule that Get-TransportRule prints', () => {
  it('is read with all that is kept for Exchange', () => {
    const { value, notes, guid, line, name } = read({});
    expect({ guid, line, name, notes }).toEqual({
      ...{ guid: '0ab1e768-08b0-4768-81e2-64d6f990c552', line: 7, name: 'Contracts', notes: [] },
    });
    const { exchange, ...rule } = value;
    expect(rule).toEqual({
      ...{ name: 'Contracts', enabled: true, priority: 2, stopProcessing: false, exceptions: [] },
      conditions: [{ kind: 'senderScope', scope: 'external' }],
      connector: { by: 'name', name: 'HQ' },
    });
    expect(exchange?.guid).toBe(guid);
    expect(exchange?.kept.map(({ name: property }) => property)).toEqual([
      ...['Comments', 'Conditions', 'CreatedBy', 'DeleteMessage', 'Description', 'Mode'],
      ...['SenderAddressLocation', 'SetAuditSeverity', 'WhenChanged'],
    ]);
  });

  it('is what the cmdlets were told, for any rule that they can be told', () => {
    fc.assert(
      fc.property(sayableRule, (rule) => {
        const { parameters, cannotSay } = ruleParameters(rule);
        expect(cannotSay).toEqual([]);
        const { Enabled, ...printed } = parameters;
        const record = JSON.parse(JSON.stringify({ ...printed, State: Enabled ? 'Enabled' : 'Disabled' }));
        const answer = readRuleRecord(record, 1);
        expect(answer).toMatchObject({ ok: true, value: { ...rule, exchange: { kept: [] } } });
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, RecordFields, readonly RuleCondition[]]>([
    [
      'one value instead of a list',
      { SentTo: 'ada@a.com' },
      [{ kind: 'recipientIs', addresses: ['ada@a.com'] }],
    ],
    [
      'a wrapped list',
      { SenderDomainIs: { value: ['A.com', 'b.com'], Count: 2 } },
      [{ kind: 'senderDomainIs', domains: ['a.com', 'b.com'] }],
    ],
    ['an enum as a number', { SentToScope: 0 }, [{ kind: 'recipientScope', scope: 'internal' }]],
    [
      'a size in words',
      { MessageSizeOver: '1 MB (1,048,576 bytes)' },
      [{ kind: 'sizeAtLeast', bytes: 1_048_576 }],
    ],
    [
      'a pattern',
      { HeaderMatchesMessageHeader: 'X-A', HeaderMatchesPatterns: ['^gate', '@a\\.com$'] },
      [{ kind: 'headerMatches', header: 'X-A', patterns: ['gate*', '*@a.com'] }],
    ],
    ['a list of nothing', { FromMemberOf: [''] }, []],
  ])('has a condition as %s', (_, given, conditions) => {
    expect(read({ FromScope: null, ...given }).value.conditions).toEqual(conditions);
  });

  test.each<[string, RecordFields, readonly [string, Json][], readonly string[]]>([
    [
      'a regular expression',
      { FromAddressMatchesPatterns: ['^(a|b)@', '^c'] },
      [['FromAddressMatchesPatterns', ['^(a|b)@', '^c']]],
      ['rulePattern warning'],
    ],
    [
      'a header with one',
      { HeaderMatchesMessageHeader: 'X-A', HeaderMatchesPatterns: ['\\d'] },
      [
        ['HeaderMatchesMessageHeader', 'X-A'],
        ['HeaderMatchesPatterns', ['\\d']],
      ],
      ['rulePattern warning'],
    ],
    [
      'an expression in the old spelling',
      { FromAddressMatchesPatterns: ['^c'], UseLegacyRegex: true },
      [['FromAddressMatchesPatterns', ['^c']]],
      ['rulePattern warning'],
    ],
    ['a name where an address could be', { From: ['Ada L.'] }, [['From', ['Ada L.']]], ['ruleEntry warning']],
    [
      'several groups',
      { SentToMemberOf: ['Board', 'Sales'] },
      [['SentToMemberOf', ['Board', 'Sales']]],
      ['ruleOnlyExchange info'],
    ],
    [
      'a scope of its own',
      { SentToScope: 2 },
      [['SentToScope', 'ExternalPartner']],
      ['ruleOnlyExchange info'],
    ],
    ['a flag', { HasSenderOverride: true }, [['HasSenderOverride', true]], ['ruleOnlyExchange info']],
    [
      'a size of attachments',
      { AttachmentSizeOver: '2 KB (2,048 bytes)' },
      [['AttachmentSizeOver', 2_048]],
      ['ruleOnlyExchange info'],
    ],
    [
      'what nobody here has heard of',
      { SmellsOf: ['spam'], ExceptIfSmellsOf: null },
      [['SmellsOf', ['spam']]],
      ['ruleOnlyExchange info'],
    ],
    ['an operator with nothing to compare', { ADComparisonOperator: 'Equal' }, [], []],
  ])('leaves to Exchange %s', (_, given, expected, notes) => {
    const { conditions } = read({ FromScope: null, ...given }).value;
    expect(conditions).toEqual(expected.map(([parameter, value]) => ({ kind: 'other', parameter, value })));
    expect(notesOf(given)).toEqual(notes);
  });

  it('may have several groups as exceptions, of which any one is enough', () => {
    const { exceptions } = read({ ExceptIfFromMemberOf: ['Board', 'Sales'] }).value;
    expect(exceptions).toEqual([
      { kind: 'senderMemberOf', group: 'Board', members: [] },
      { kind: 'senderMemberOf', group: 'Sales', members: [] },
    ]);
    expect(notesOf({ ExceptIfFromMemberOf: ['Board', 'Sales'] })).toEqual([
      ...['ruleGroupMembers info', 'ruleGroupMembers info'],
    ]);
  });

  test.each<[string, RecordFields, string]>([
    ['deletes', { DeleteMessage: true }, 'ruleStopsMail warning'],
    ['sets a header', { SetHeaderName: 'X-A', SetHeaderValue: '1' }, 'ruleOtherActions info'],
    ['ends some day', { ExpiryDate: '/Date(1800000000000)/' }, 'ruleDates warning'],
    ['looks at the envelope', { SenderAddressLocation: 'HeaderOrEnvelope' }, 'ruleSenderLocation info'],
    ['only reports', { Mode: 'AuditAndNotify' }, 'ruleMode warning'],
  ])('that %s gets a note', (_, given, expected) => expect(notesOf(given)).toEqual([expected]));

  it('that only reports is off here and on in Exchange, until somebody turns it on', () => {
    const { value } = read({ Mode: 1 });
    expect(value.enabled).toBe(false);
    expect(ruleRecord(value)).toMatchObject({ Enabled: true, Mode: 'Audit' });
    expect(read({ State: 1 }).value.enabled).toBe(false);
  });

  test.each<[string, Json, string]>([
    ['its distinguished name', 'CN=Out\\, to HQ,CN=Outbound,CN=Transport Settings', 'Out, to HQ'],
    ['an object', { Name: 'HQ', DistinguishedName: 'CN=HQ,CN=Outbound' }, 'HQ'],
    ['its GUID', '{0000000A-0000-0000-0000-000000000001}', 'By GUID'],
  ])('names its connector by %s', (_, RouteMessageOutboundConnector, name) => {
    const { value, notes } = read({ RouteMessageOutboundConnector }, () => 'By GUID');
    expect(value.connector).toEqual({ by: 'name', name });
    expect(notes).toEqual([]);
    expect(ruleRecord(value).RouteMessageOutboundConnector).toEqual(RouteMessageOutboundConnector);
  });

  it('names its connector in a list of one', () =>
    expect(read({ RouteMessageOutboundConnector: ['HQ'] }).value.connector).toEqual({
      by: 'name',
      name: 'HQ',
    }));

  it('with a GUID that nobody knows says so', () => {
    const guid = '0000000a-0000-0000-0000-000000000001';
    expect(notesOf({ RouteMessageOutboundConnector: guid })).toEqual(['ruleConnectorByGuid warning']);
  });

  test.each([
    ['', 'noName'],
    ['x'.repeat(65), 'ruleNameUnfit'],
  ])('can not be taken over with the name “%s”', (Name, code) =>
    expect(readRuleRecord({ ...RECORD, Name }, 1)).toMatchObject({
      ok: false,
      notes: [{ code, severity: 'error' }],
    }),
  );

  it('can not be taken over with more than can be kept', () =>
    expect(readRuleRecord({ ...RECORD, New: 'x'.repeat(100_001) }, 1)).toMatchObject({
      ok: false,
      notes: [{ code: 'tooMuchKept', severity: 'error' }],
    }));

  it('leads to a connector, or is left aside', () => {
    expect(
      [RECORD, { ...RECORD, RouteMessageOutboundConnector: null }, { Name: 'a' }].map(leadsToConnector),
    ).toEqual([...[true, false, false]]);
  });
});
