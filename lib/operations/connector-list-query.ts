// The connector list's view as its URL spells it: search, filters, order, page. Pure, so that links can write what the
// page reads. Refuses nothing: what can't be read falls back to its default, as an old or hand-made link must still open.
import type { ConnectorSort } from '../data/connector-list';
import type { ConnectorHealth } from '../mailflow/health';

export const PAGE_SIZES = [25, 50, 100] as const;
export const CONNECTOR_SORTS = [
  'name',
  'status',
  'from',
  'to',
  'validation',
] as const satisfies readonly ConnectorSort[];
/** In the order in which filters show them. */
export const HEALTHS = [
  'passed',
  'failed',
  'inconclusive',
  'stale',
  'never',
] as const satisfies readonly ConnectorHealth[];

/** `page` counts from 1; no `health` means any. */
export type ConnectorListView = Readonly<{
  search: string;
  status: 'any' | 'on' | 'off';
  health: readonly ConnectorHealth[];
  sort: ConnectorSort;
  descending: boolean;
  page: number;
  pageSize: (typeof PAGE_SIZES)[number];
}>;

export const FIRST_VIEW: ConnectorListView = {
  search: '',
  status: 'any',
  health: [],
  sort: 'name',
  descending: false,
  page: 1,
  pageSize: 25,
};

/** Longer than any name or host that could match. */
const SEARCH_MAX = 200;
/** Behind it lie no rows, and the database's OFFSET stays a small number. */
const PAGE_MAX = 1_000_000;

/** A page's searchParams, or anything else of that shape. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads a URL's query; of a key that comes twice, the first counts. */
export function readListView(query: RawQuery): ConnectorListView {
  const text = (key: string): string => {
    const value = query[key];
    return (typeof value === 'string' ? value : value?.[0]) ?? '';
  };
  const wanted = new Set(text('validation').slice(0, SEARCH_MAX).split(','));
  return {
    search: text('q').trim().slice(0, SEARCH_MAX),
    status: oneOf(['on', 'off'] as const, text('status')) ?? 'any',
    health: HEALTHS.filter((health) => wanted.has(health)),
    sort: oneOf(CONNECTOR_SORTS, text('sort')) ?? FIRST_VIEW.sort,
    descending: text('desc') === '1',
    page: /^[1-9]\d{0,6}$/.test(text('page')) ? Math.min(Number(text('page')), PAGE_MAX) : 1,
    pageSize: PAGE_SIZES.find((size) => String(size) === text('size')) ?? FIRST_VIEW.pageSize,
  };
}

/** The query that reads back as `view` (and `connectorId` as the open panel), without defaults: `?q=…` or nothing. */
export function listViewQuery(view: ConnectorListView, connectorId?: string): string {
  const query = new URLSearchParams();
  if (view.search !== '') query.set('q', view.search);
  if (view.status !== 'any') query.set('status', view.status);
  if (view.health.length > 0) query.set('validation', view.health.join(','));
  if (view.sort !== FIRST_VIEW.sort) query.set('sort', view.sort);
  if (view.descending) query.set('desc', '1');
  if (view.page > 1) query.set('page', String(view.page));
  if (view.pageSize !== FIRST_VIEW.pageSize) query.set('size', String(view.pageSize));
  if (connectorId) query.set('connector', connectorId);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The connector whose panel a URL's query opens, if any. */
export function openConnectorId({ connector }: RawQuery): string | undefined {
  const id = typeof connector === 'string' ? connector : connector?.[0];
  return id ? id.slice(0, SEARCH_MAX) : undefined;
}

/** True where the view leaves out rows. */
export const isFiltered = ({ search, status, health }: ConnectorListView): boolean =>
  search !== '' || status !== 'any' || health.length > 0;

const oneOf = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((name) => name === text);
