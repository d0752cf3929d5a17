// The view of all validations as its URL spells it: filters and page. Pure, so that links can write what the page reads.
// Refuses nothing: what can't be read falls back to its default, as an old or hand-made link must still open.
import type { RunStanding } from '../data/validation-run-list';

export const RUN_PAGE_SIZE = 25;
/** In the order in which filters show them. */
export const RUN_STANDINGS = [
  'open',
  'passed',
  'failed',
  'inconclusive',
  'cancelled',
] as const satisfies readonly RunStanding[];
/** Whose settings were tested. */
export const RUN_SOURCES = ['any', 'unsaved'] as const;

/** '' is no filter, no `standings` means any; `connector` and `person` are ids; `page` counts from 1. */
export type RunListView = Readonly<{
  search: string;
  standings: readonly RunStanding[];
  source: (typeof RUN_SOURCES)[number];
  connector: string;
  person: string;
  page: number;
}>;

export const ALL_RUNS: RunListView = {
  search: '',
  standings: [],
  source: 'any',
  connector: '',
  person: '',
  page: 1,
};

/** Longer than any id or name that could match. */
const TEXT_MAX = 200;

/** A page's searchParams, or anything else of that shape. */
type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads a URL's query; of a key that comes twice, the first counts. */
export function readRunView(query: RawQuery): RunListView {
  const text = (key: string): string => {
    const value = query[key];
    const first = (typeof value === 'string' ? value : value?.[0]) ?? '';
    // PostgreSQL has no text with NUL in it, nor with half of a surrogate pair.
    return first
      .replaceAll(/[\0\p{Surrogate}]/gu, '')
      .trim()
      .slice(0, TEXT_MAX);
  };
  const wanted = new Set(text('result').split(','));
  return {
    search: text('q'),
    standings: RUN_STANDINGS.filter((standing) => wanted.has(standing)),
    source: text('settings') === 'unsaved' ? 'unsaved' : 'any',
    connector: text('connector'),
    person: text('person'),
    page: /^[1-9]\d{0,5}$/.test(text('page')) ? Number(text('page')) : 1,
  };
}

/** The query that reads back as `view`, without defaults: `?q=…` or nothing. */
export function runViewQuery({ search, standings, source, connector, person, page }: RunListView): string {
  const query = new URLSearchParams();
  const texts = { q: search, result: standings.join(','), connector, person };
  for (const [key, text] of Object.entries(texts)) if (text) query.set(key, text);
  if (source !== 'any') query.set('settings', source);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** True where the view leaves out runs. */
export const isFiltered = ({ page: _, ...filters }: RunListView): boolean =>
  runViewQuery({ ...filters, page: 1 }) !== '';
