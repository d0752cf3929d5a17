import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ALL_RUNS,
  isFiltered,
  RUN_SOURCES,
  RUN_STANDINGS,
  readRunView,
  runViewQuery,
} from './validation-list-query';

const read = (query: string) => readRunView(Object.fromEntries(new URLSearchParams(query)));

it('a view reads back as it was written', () => {
  const text = fc.stringMatching(/^[A-Za-z0-9àü.-]{0,20}$/);
  const view = fc.record({
    search: text,
    standings: fc.subarray([...RUN_STANDINGS]),
    source: fc.constantFrom(...RUN_SOURCES),
    connector: text,
    person: text,
    page: fc.integer({ min: 1, max: 999_999 }),
  });
  fc.assert(
    fc.property(view, (each) => {
      expect(read(runViewQuery(each))).toEqual(each);
    }),
  );
});

it.each(['page=0', 'page=x', 'page=9999999', 'result=other', 'settings=all', 'q=%00', ''])(
  'what can’t be read is left at its default: %s',
  (query) => {
    expect(read(query)).toEqual(ALL_RUNS);
    expect(isFiltered(read(query))).toBe(false);
  },
);

it('of a key that comes twice the first counts', () => {
  expect(readRunView({ q: ['a', 'b'] })).toMatchObject({ search: 'a' });
});
