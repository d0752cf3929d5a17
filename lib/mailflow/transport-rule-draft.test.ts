import { expect, it, test } from 'vitest';
import type { RuleConditionKind, TransportRule } from './transport-rule';
import {
  type ConditionDraft,
  emptyRule,
  fromRule,
  newCondition,
  type RuleDraft,
  reviewRule,
  toRule,
} from './transport-rule-draft';

const draft = (given: Partial<RuleDraft> = {}): RuleDraft => ({
  ...emptyRule,
  name: 'Contracts',
  connectorId: 'c1',
  ...given,
});
const only = (kind: RuleConditionKind, given: Partial<ConditionDraft>): RuleDraft =>
  draft({ conditions: [{ ...newCondition(kind), ...given }] });
const said = (rule: RuleDraft) => reviewRule(rule).map(({ field, code }) => `${field} ${code}`);

const WHOLE: TransportRule = {
  name: 'Contracts',
  enabled: false,
  priority: 4,
  conditions: [
    { kind: 'recipientDomainIs', domains: ['fabrikam.com'] },
    { kind: 'recipientIs', addresses: ['Ada@fabrikam.com'] },
    { kind: 'recipientMatches', patterns: ['*@*.fabrikam.com'] },
    { kind: 'recipientMemberOf', group: 'Board', members: ['ada@contoso.com'] },
    { kind: 'recipientScope', scope: 'internal' },
    { kind: 'headerContains', header: 'Subject', words: ['Contract', 'Vertrag'] },
    { kind: 'headerMatches', header: 'X-Route', patterns: ['gate*'] },
  ],
  exceptions: [
    { kind: 'senderDomainIs', domains: ['contoso.com'] },
    { kind: 'senderIs', addresses: ['bob@contoso.com'] },
    { kind: 'senderMatches', patterns: ['no-reply*'] },
    { kind: 'senderMemberOf', group: 'Robots', members: ['r2@contoso.com'] },
    { kind: 'senderScope', scope: 'external' },
    { kind: 'sizeAtLeast', bytes: 2048 },
    { kind: 'sizeAtLeast', bytes: 1_000_001 },
    { kind: 'senderMemberOf', group: 'Everybody', members: [] },
    { kind: 'other', parameter: 'SenderIpRanges', value: ['192.0.2.0/24', { min: 1.5, all: null }] },
  ],
  connector: { by: 'id', id: 'c1' },
  stopProcessing: true,
};

it('goes to the form and back with nothing lost', () => {
  const there = fromRule(WHOLE);
  expect(reviewRule(there)).toEqual([]);
  const { priority: _priority, connector: _connector, ...rest } = WHOLE;
  expect(toRule(there)).toEqual(rest);
  expect(there.connectorId).toBe('c1');
});

it('is for every message without conditions, and needs a name and a connector', () => {
  expect(said(draft())).toEqual([]);
  expect(said(emptyRule)).toEqual(['name text.required', 'connectorId rule.connectorRequired']);
  expect(() => toRule(emptyRule)).toThrow('text.required');
});

test.each<[string, RuleDraft, readonly string[]]>([
  ['a name too long', draft({ name: 'x'.repeat(65) }), ['name text.tooLong']],
  ['a name of two lines', draft({ name: 'a\nb' }), ['name text.controlCharacters']],
  ['a list without entries', only('recipientDomainIs', {}), ['conditions.0.values condition.required']],
  [
    'a domain with a wildcard',
    only('recipientDomainIs', { values: ['*.b.com'] }),
    ['conditions.0.values host.wildcard'],
  ],
  [
    'an address that is none',
    only('senderIs', { values: ['ada@contoso.com', 'ada'] }),
    ['conditions.0.values email.shape'],
  ],
  [
    'a pattern for everything',
    only('recipientMatches', { values: ['**'] }),
    ['conditions.0.values textPattern.everything'],
  ],
  [
    'a header with its colon',
    only('headerContains', { name: 'X-Route:', values: ['a'] }),
    ['conditions.0.name condition.header'],
  ],
  [
    'a header without a name and words',
    only('headerContains', {}),
    ['conditions.0.name text.required', 'conditions.0.values condition.required'],
  ],
  [
    'a group without a name',
    only('senderMemberOf', { values: ['a@b.com'] }),
    ['conditions.0.name text.required'],
  ],
  [
    'a predicate whose name or value no Exchange said',
    only('other', { name: 'Header; rm', json: '{' }),
    ['conditions.0.name condition.kept', 'conditions.0.json condition.kept'],
  ],
  ['no size', only('sizeAtLeast', {}), ['conditions.0.size condition.size']],
  ['a size of nothing', only('sizeAtLeast', { size: '0' }), ['conditions.0.size condition.size']],
  ['a size with a fraction', only('sizeAtLeast', { size: '1.5' }), ['conditions.0.size condition.size']],
  [
    'a list too long',
    only('senderDomainIs', { values: Array.from({ length: 501 }, (_, at) => `d${at}.com`) }),
    ['conditions.0.values list.tooMany'],
  ],
])('%s is told at its field', (_, given, expected) => expect(said(given)).toEqual(expected));
