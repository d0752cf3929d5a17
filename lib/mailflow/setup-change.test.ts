import { expect, test } from 'vitest';
import { addedFindings, findingsAbout, withConnectors } from './setup-change';
import { outbound, setup } from './setup-for-tests';
import { reviewSetup } from './setup-review';

const a = outbound('A', 'x.com', { health: 'passed' });
const b = outbound('B', 'y.com');
const before = setup([a, b], 'z.com');

test('connectors are replaced in their place, taken away and added; the set-up that was there stays as it was', () => {
  const renamed = { ...a.connector, name: 'Other' };
  const other = outbound('New', 'n.com').connector;
  const after = withConnectors(before, [
    { id: 'A', connector: renamed },
    { id: 'B', connector: undefined },
    { id: 'new', connector: other },
  ]);
  expect(after).toEqual({
    ...before,
    connectors: [
      { ...a, connector: renamed },
      { id: 'new', connector: other, health: 'never' },
    ],
  });
  expect(before.connectors).toEqual([a, b]);
  expect(withConnectors(before, [])).toEqual(before);
  expect(withConnectors(before, [{ id: 'gone', connector: undefined }])).toEqual(before);
});

test('only what a change brings is new, whatever the connectors are called after it', () => {
  const tied = setup([a, b, outbound('C', 'x.com')]);
  const renamed = withConnectors(tied, [{ id: 'A', connector: { ...a.connector, name: 'Aa' } }]);
  expect(addedFindings(reviewSetup(tied), reviewSetup(renamed))).toEqual([]);
  const worse = withConnectors(renamed, [{ id: 'B', connector: outbound('B', '*').connector }]);
  expect(addedFindings(reviewSetup(tied), reviewSetup(worse)).map(({ code }) => code)).toEqual([
    'everyDomain',
  ]);
});

test('a finding is about every connector that it names', () => {
  const found = reviewSetup(setup([a, b, outbound('C', 'x.com')]));
  expect(findingsAbout(found, 'A')).toEqual(found);
  expect(findingsAbout(found, 'C')).toEqual(found);
  expect(findingsAbout(found, 'B')).toEqual([]);
});
