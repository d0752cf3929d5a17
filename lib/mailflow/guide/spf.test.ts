import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spfOf } from './facts-for-tests';
import { judgeSpf } from './judge-spf';
import { isSpfRecord, readSpf, spfLeadsTo } from './spf';

test.each([
  ['v=spf1', true],
  ['V=SPF1 -all', true],
  ['v=spf10 -all', false],
  ['v=spf1-all', false],
  [' v=spf1 -all', false],
])('%j is a record: %s', (text, is) => expect(isSpfRecord(text)).toBe(is));

test.each([
  'a',
  'mx/24',
  'a:mail.contoso.com/24//64',
  'ptr',
  'include:_spf.contoso.com',
  'ip4:192.0.2.0/24',
  'ip6:2001:db8::/32',
  'exists:%{i}._spf.contoso.com',
  'exp=why.contoso.com',
  '?all',
  'x-new=1',
])('%s is a term', (term) => expect(readSpf(`v=spf1 ${term}`).wrong).toBeUndefined());

test.each([
  'ip4',
  'ip4:contoso.com',
  'ipv4:192.0.2.1',
  'include',
  'include:',
  'all:x',
  '192.0.2.1',
  'redirect=',
])('%s is none', (term) => expect(readSpf(`v=spf1 ${term}`).wrong).toBe(term));

test('What a record leads to: includes and the redirect that counts, without macros', () => {
  expect(spfLeadsTo(readSpf('v=spf1 include:A.test. include:%{d}.b.test redirect=c.test'))).toEqual([
    'a.test',
    'c.test',
  ]);
  expect(spfLeadsTo(readSpf('v=spf1 include:a.test ~all redirect=c.test include:d.test'))).toEqual([
    'a.test',
  ]);
});

test('No records, however they lead to one another, are too much to judge', () => {
  const name = fc.constantFrom('contoso.com', 'a.test', 'b.test', 'spf.protection.outlook.com', 'gone.test');
  const term = fc.oneof(
    name.map((one) => `include:${one}`),
    name.map((one) => `redirect=${one}`),
    fc.constantFrom('a', 'mx', '-all', '+all', 'ip4:192.0.2.1', 'exists:%{i}.x'),
    fc.string({ maxLength: 20 }),
  );
  const record = fc.array(term, { maxLength: 12 }).map((terms) => `v=spf1 ${terms.join(' ')}`);
  const zone = fc.dictionary(name, fc.array(record, { maxLength: 2 }));
  fc.assert(
    fc.property(zone, record, (around, own) => {
      const { state } = judgeSpf('contoso.com', spfOf({ ...around, 'contoso.com': own }));
      expect(['done', 'warning', 'failing', 'couldNotCheck']).toContain(state);
    }),
    { numRuns: 500, interruptAfterTimeLimit: 3_000 },
  );
});
