import { expect, it } from 'vitest';
import { ownRule } from '@/lib/data/transport-rule-for-tests';
import { domainChangesIn, domainsIn, ruleIn } from './setup-in';

const contoso = { type: 'internalRelay', domain: 'contoso.com', isDefault: true, matchSubDomains: true };

it('finds rules and domains in what an entry has recorded', () => {
  const rule = ownRule('Contracts', 'c1');
  expect(ruleIn({ rule }, 'rule')).toMatchObject({ name: 'Contracts', conditions: rule.conditions });
  expect(domainsIn({ domains: [contoso] }, 'domains')).toEqual([contoso]);
  const before = { type: 'authoritative', domain: 'contoso.com', isDefault: false };
  expect(domainChangesIn({ changes: [{ before, after: contoso }] })).toEqual([{ before, after: contoso }]);
});

it('passes over whatever somebody wrote there by hand', () => {
  for (const rule of [
    7,
    null,
    {},
    { ...ownRule('x', 'c1'), conditions: [{ kind: 'moon' }] },
    { conditions: 7 },
  ])
    expect(ruleIn({ rule }, 'rule')).toBeUndefined();
  expect(domainsIn({ domains: [7, {}, { domain: 'a.com', type: 'moon' }] }, 'domains')).toEqual([]);
  expect(domainsIn({ domains: 'a.com' }, 'domains')).toEqual([]);
  expect(domainChangesIn({ changes: [{ before: contoso }] })).toEqual([]);
});
