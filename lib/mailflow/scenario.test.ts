import { describe, expect, it } from 'vitest';
import { ENDPOINTS, emptyDraft } from './connector-draft';
import { destinationAfter, destinationsOf, SCENARIOS, scenarioOf, withEnds } from './scenario';

it.each([
  ['office365', 'organization', 'office365ToOrganization'],
  ['office365', 'partner', 'office365ToPartner'],
  ['organization', 'office365', 'organizationToOffice365'],
  ['partner', 'office365', 'partnerToOffice365'],
  ['office365', 'office365', undefined],
  ['organization', 'partner', undefined],
  ['partner', 'organization', undefined],
  ['office365', '', undefined],
  ['', '', undefined],
] as const)('from %s to %s: %s', (from, to, scenario) => {
  expect(scenarioOf({ from, to })).toBe(scenario);
});

it('every destination offered makes a scenario, and no other does', () => {
  const offered = ENDPOINTS.flatMap((from) => destinationsOf(from).map((to) => scenarioOf({ from, to })));
  expect(offered.sort()).toEqual(Object.keys(SCENARIOS).sort());
});

it('from the own servers or a partner only Office 365 is left; from Office 365 the choice is open again', () => {
  expect(destinationAfter('organization')).toBe('office365');
  expect(destinationAfter('partner')).toBe('office365');
  expect(destinationAfter('office365')).toBe('');
  expect(destinationAfter('')).toBe('');
  expect(destinationsOf('')).toEqual([]);
});

describe('after the two ends have changed', () => {
  const toOrganization = withEnds({ ...emptyDraft(), scope: 'acceptedDomains' }, 'office365', 'organization');

  it('what the new scenario does not offer is open again, and what it does is kept', () => {
    const toPartner = withEnds(toOrganization, 'office365', 'partner');
    expect([toOrganization.scope, toPartner.scope]).toEqual(['acceptedDomains', '']);
    expect(withEnds({ ...toPartner, scope: 'transportRule' }, 'office365', 'organization').scope).toBe(
      'transportRule',
    );
  });

  it('own servers are known by their certificate unless somebody says otherwise, a partner by nothing yet', () => {
    expect(withEnds(toOrganization, 'organization', 'office365').identifiedBy).toBe('certificate');
    expect(withEnds(toOrganization, 'partner', 'office365').identifiedBy).toBe('');
  });

  it('internal headers are retained between own servers and Office 365 only', () => {
    expect(toOrganization.retainInternalHeaders).toBe(true);
    expect(withEnds(toOrganization, 'office365', 'partner').retainInternalHeaders).toBe(false);
    expect(withEnds(toOrganization, 'partner', 'office365').retainInternalHeaders).toBe(false);
  });
});
