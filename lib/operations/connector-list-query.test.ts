import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  CONNECTOR_SORTS,
  FIRST_VIEW,
  HEALTHS,
  isFiltered,
  listViewQuery,
  openConnectorId,
  PAGE_SIZES,
  readListView,
} from './connector-list-query';

describe('a link to the list', () => {
  test.each([
    ['nothing', {}, {}],
    ['a search with blanks around it', { q: '  contoso ' }, { search: 'contoso' }],
    ['a search of 5,000 letters', { q: 'a'.repeat(5_000) }, { search: 'a'.repeat(200) }],
    ['connectors that are off', { status: 'off' }, { status: 'off' }],
    ['a status that is none', { status: 'OFF' }, {}],
    ['two healths', { validation: 'stale,failed' }, { health: ['failed', 'stale'] }],
    ['the same health twice', { validation: 'failed,failed' }, { health: ['failed'] }],
    ['a health that is none beside one that is', { validation: 'fine,failed' }, { health: ['failed'] }],
    ['no health at all', { validation: ',' }, {}],
    ['an order', { sort: 'validation', desc: '1' }, { sort: 'validation', descending: true }],
    ['an order by what is no column', { sort: 'constructor' }, {}],
    ['a page', { page: '7', size: '100' }, { page: 7, pageSize: 100 }],
    ['page zero', { page: '0' }, {}],
    ['a negative page', { page: '-1' }, {}],
    ['a page that is no number', { page: 'NaN' }, {}],
    ['half a page', { page: '1.5' }, {}],
    ['a page beyond counting', { page: '99999999999999999999' }, {}],
    ['a page size that is not offered', { size: '100000' }, {}],
    ['a key that comes twice', { q: ['one', 'two'], page: ['2', '3'] }, { search: 'one', page: 2 }],
    ['a key that comes as an empty list', { q: [] }, {}],
  ])('to %s opens what it can', (_, query, expected) => {
    expect(readListView(query)).toEqual({ ...FIRST_VIEW, ...expected });
  });

  it('opens the view that it was made from', () => {
    const view = fc.record({
      search: fc.string({ maxLength: 60 }).map((text) => text.trim()),
      status: fc.constantFrom('any' as const, 'on' as const, 'off' as const),
      health: fc.subarray([...HEALTHS]),
      sort: fc.constantFrom(...CONNECTOR_SORTS),
      descending: fc.boolean(),
      page: fc.integer({ min: 1, max: 9_999 }),
      pageSize: fc.constantFrom(...PAGE_SIZES),
    });
    fc.assert(
      fc.property(view, (made) => {
        const query = Object.fromEntries(new URLSearchParams(listViewQuery(made, 'c 1')));
        expect(readListView(query)).toEqual(made);
        expect(openConnectorId(query)).toBe('c 1');
      }),
    );
  });

  it('is short: what is as it always is, it leaves out', () => {
    expect(listViewQuery(FIRST_VIEW)).toBe('');
    expect(listViewQuery({ ...FIRST_VIEW, health: ['failed', 'stale'], page: 2 })).toBe(
      '?validation=failed,stale&page=2',
    );
  });

  it('says whether rows are left out', () => {
    expect(isFiltered({ ...FIRST_VIEW, sort: 'to', page: 3 })).toBe(false);
    expect(isFiltered({ ...FIRST_VIEW, search: 'a' })).toBe(true);
    expect(isFiltered({ ...FIRST_VIEW, status: 'on' })).toBe(true);
    expect(isFiltered({ ...FIRST_VIEW, health: ['never'] })).toBe(true);
  });

  it('opens no panel without an id', () => {
    expect(openConnectorId({})).toBeUndefined();
    expect(openConnectorId({ connector: '' })).toBeUndefined();
    expect(openConnectorId({ connector: ['a', 'b'] })).toBe('a');
  });
});
