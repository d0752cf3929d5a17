// The connector list: one page of rows, searched, filtered and sorted by the database.
import type { Connector, PartnerKind } from '../mailflow/connector';
import type { ConnectorHealth } from '../mailflow/health';
import { LIVE } from './connectors';
import { foldForSearch } from './folding';
import type { Prisma } from './generated/sqlite/client';
import type { Store } from './store';

export type ConnectorSort = 'name' | 'status' | 'from' | 'to' | 'validation';

/** `page` counts from 1. `search` is a substring of name, description, hosts or domains, without regard to case. */
export type ConnectorQuery = Readonly<{
  search?: string;
  enabled?: boolean;
  health?: readonly ConnectorHealth[];
  partnerKind?: PartnerKind;
  sort: ConnectorSort;
  descending: boolean;
  page: number;
  pageSize: number;
}>;

export type ConnectorSummary = Readonly<{
  id: string;
  name: string;
  description: string;
  enabled: boolean;
  direction: Connector['direction'];
  partnerKind: PartnerKind;
  health: ConnectorHealth;
  lastValidatedAt?: Date;
  /** The number of the version in force. */
  version: number;
  updatedAt: Date;
  /** An edit that is not published yet. */
  draft?: Readonly<{ authorName: string; updatedAt: Date }>;
}>;

/** Nobody types more than this to find a connector; a longer text is cut. */
const SEARCH_LENGTH = 200;

/** The rows of one page and how many there are on all pages. */
export async function listConnectors(
  store: Store,
  query: ConnectorQuery,
): Promise<{ rows: ConnectorSummary[]; total: number }> {
  const where = conditions(query);
  const [total, rows] = await Promise.all([
    store.client.connector.count({ where }),
    store.client.connector.findMany({
      where,
      orderBy: order(query),
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
      select: COLUMNS,
    }),
  ]);
  return { total, rows: rows.map(toSummary) };
}

const COLUMNS = {
  id: true,
  name: true,
  description: true,
  enabled: true,
  direction: true,
  partnerKind: true,
  health: true,
  lastValidatedAt: true,
  currentVersionNumber: true,
  updatedAt: true,
  // One query for all rows of the page.
  draft: { select: { authorName: true, updatedAt: true } },
} satisfies Prisma.ConnectorSelect;

function conditions({ search, enabled, health, partnerKind }: ConnectorQuery): Prisma.ConnectorWhereInput {
  const wanted = foldForSearch((search ?? '').trim().slice(0, SEARCH_LENGTH));
  return {
    ...LIVE,
    ...(wanted !== '' && { searchText: { contains: wanted } }),
    ...(enabled !== undefined && { enabled }),
    ...(health && { health: { in: [...health] } }),
    ...(partnerKind && { partnerKind }),
  };
}

/** Every order ends with the name, which is unique, so that no row shows on two pages. */
function order({ sort, descending }: ConnectorQuery): Prisma.ConnectorOrderByWithRelationInput[] {
  const way = descending ? 'desc' : 'asc';
  if (sort === 'name') return [{ nameKey: way }];
  return [...SORT_COLUMNS[sort](way), { nameKey: 'asc' }];
}

const SORT_COLUMNS = {
  status: (way) => [{ enabled: way }],
  // Outbound connectors come from Office 365 and inbound ones go to it, whatever stands at the other end.
  from: (way) => [{ direction: way }, { partnerKind: way }],
  to: (way) => [{ direction: way }, { partnerKind: way }],
  validation: (way) => [{ health: way }, { lastValidatedAt: { sort: way, nulls: 'last' } }],
} satisfies Record<
  Exclude<ConnectorSort, 'name'>,
  (way: Prisma.SortOrder) => Prisma.ConnectorOrderByWithRelationInput[]
>;

const toSummary = ({
  direction,
  partnerKind,
  health,
  lastValidatedAt,
  currentVersionNumber,
  draft,
  ...row
}: Prisma.ConnectorGetPayload<{ select: typeof COLUMNS }>): ConnectorSummary => ({
  ...row,
  direction: direction as Connector['direction'],
  partnerKind: partnerKind as PartnerKind,
  health: health as ConnectorHealth,
  version: currentVersionNumber,
  ...(lastValidatedAt && { lastValidatedAt }),
  ...(draft && { draft }),
});
