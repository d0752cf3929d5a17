import { expect, it, test } from 'vitest';
import type { Json } from '../mailflow/exchange-origin';
import { keptOf, sameValue, unsaidIn, withKept } from './kept-settings';

const own = { Name: 'A', TestMode: false, RecipientDomains: ['contoso.com'], TlsDomain: null };

it('keeps what the console does not know, and what it would write otherwise', () => {
  const record = { ...own, TlsDomain: 'contoso.com', Guid: '1', EFTestMode: false };
  const kept = keptOf(record, own);
  expect(kept).toEqual([
    { name: 'EFTestMode', value: false },
    { name: 'Guid', value: '1' },
    { name: 'TlsDomain', value: 'contoso.com', instead: null },
  ]);
  expect(withKept(own, { kept })).toEqual(record);
});

it('leaves a setting to the one who changed it after it was read', () => {
  const kept = keptOf({ ...own, TlsDomain: 'contoso.com' }, own);
  expect(withKept({ ...own, TlsDomain: 'fabrikam.com' }, { kept })).toMatchObject({
    TlsDomain: 'fabrikam.com',
  });
});

it('knows what a record does not say', () => {
  expect(unsaidIn({ Name: 'A', TestMode: null, TlsDomain: null }, own)).toEqual([
    'TestMode',
    'RecipientDomains',
  ]);
  expect(keptOf({ TestMode: null }, own)).toEqual([]);
});

test.each<[string, Json, Json, boolean]>([
  ['SenderDomains', ['smtp:Contoso.com;1'], ['contoso.com'], true],
  ['SenderDomains', ['smtp:contoso.com;5'], ['contoso.com'], false],
  ['RecipientDomains', 'b.com', ['b.com'], true],
  ['RecipientDomains', ['b.com', 'A.com'], ['a.com', 'b.com'], true],
  ['TlsDomain', '', null, true],
  ['SmartHosts', null, [], true],
  ['Name', 'a', 'A', false],
  ['Comment', null, '', true],
  ['TestMode', false, null, false],
])('%s: %j and %j', (name, one, other, same) => expect(sameValue(name, one, other)).toBe(same));
