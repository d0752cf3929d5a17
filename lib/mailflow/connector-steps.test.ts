import { expect, it } from 'vitest';
import { draftFields, type Endpoint } from './connector-draft';
import { visibleSteps } from './connector-steps';
import { SCENARIOS } from './scenario';

const stepsOf = (from: '' | Endpoint, to: '' | Endpoint) => visibleSteps({ from, to });
const ids = (from: '' | Endpoint, to: '' | Endpoint) => stepsOf(from, to).map(({ id }) => id);

it('every field of a draft is on a screen, and on one screen of a scenario at most', () => {
  const shown = Object.values(SCENARIOS).map(({ from, to }) =>
    stepsOf(from, to).flatMap(({ fields, advanced }) => [...fields, ...advanced]),
  );
  for (const fields of shown) expect(new Set(fields).size).toBe(fields.length);
  expect([...new Set(shown.flat())].sort()).toEqual(draftFields().sort());
});

it("from Office 365 there are seven screens, in EAC's order; before a choice too", () => {
  const seven = ['scenario', 'name', 'scope', 'routing', 'security', 'validation', 'review'];
  expect(ids('office365', 'organization')).toEqual(seven);
  expect(ids('office365', 'partner')).toEqual(seven);
  expect(ids('', '')).toEqual(seven);
});

it('to Office 365 there are four from your own servers and five from a partner, and nothing to validate', () => {
  expect(ids('organization', 'office365')).toEqual(['scenario', 'name', 'authentication', 'review']);
  expect(ids('partner', 'office365')).toEqual([
    'scenario',
    'name',
    'authentication',
    'restrictions',
    'review',
  ]);
});
