// The view of the coverage map as its URL spells it: search and page. Pure, so that links can write what the page reads.
// Refuses nothing: what can't be read falls back to its default.
import type { RawQuery } from './connector-list-query';

export const COVERAGE_PAGE_SIZE = 50;

/** `page` counts from 1. */
export type CoverageView = Readonly<{ search: string; page: number }>;

const SEARCH_MAX = 200;

export function readCoverageView({ q, page }: RawQuery): CoverageView {
  const text = (value: string | readonly string[] | undefined) => [value ?? ''].flat()[0] ?? '';
  return {
    search: text(q).trim().slice(0, SEARCH_MAX),
    page: /^[1-9]\d{0,5}$/.test(text(page)) ? Number(text(page)) : 1,
  };
}

/** The query that reads back as the view, without defaults: `?q=…` or nothing. */
export function coverageQuery({ search, page }: CoverageView): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('q', search);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
