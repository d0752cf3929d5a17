import { expect, it } from 'vitest';
import type { AcceptedDomain } from './accepted-domain';
import { planDomains, readDomainLines } from './accepted-domain-plan';

const contoso: AcceptedDomain = {
  type: 'internalRelay',
  domain: 'contoso.com',
  isDefault: true,
  matchSubDomains: true,
};
const results = (text: string) =>
  planDomains(readDomainLines(text), [contoso], 'authoritative').map(({ at, result }) => `${at} ${result}`);

it('says line by line what saving would do', () => {
  const text = 'contoso.com\nfabrikam.com\nFABRIKAM.COM\nnonsense\n\ncontoso.com, authoritative';
  expect(results(text)).toEqual(['1 same', '2 added', '3 repeated', '4 unreadable', '6 repeated']);
});

it('changes what a line says of a domain that is there, and nothing else', () => {
  expect(planDomains(readDomainLines('contoso.com, Authoritative'), [contoso], 'internalRelay')).toEqual([
    {
      at: 1,
      text: 'contoso.com, Authoritative',
      result: 'changed',
      before: contoso,
      accepted: { type: 'authoritative', domain: 'contoso.com', isDefault: true },
    },
  ]);
  expect(results('contoso.com, Internal relay')).toEqual(['1 same']);
});

it('gives a new domain whose line says no type the one that was chosen for all', () => {
  const [line] = planDomains(readDomainLines('b.com'), [], 'internalRelay');
  expect(line).toMatchObject({
    accepted: { type: 'internalRelay', matchSubDomains: false, isDefault: false },
  });
});
