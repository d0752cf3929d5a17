// The list of imports as its URL spells it. Pure, so that links can write what the page reads.
import type { RawQuery } from './connector-list-query';

export const IMPORT_PAGE_SIZE = 25;

/** Counts from 1; what can't be read is the first page. */
export function readImportPage({ page }: RawQuery): number {
  const [text = ''] = [page ?? ''].flat();
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
