import { expect, it } from 'vitest';
import { ENDPOINTS } from './connector-draft';
import { destinationAfter, destinationsOf, SCENARIOS, scenarioOf } from './scenario';

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
