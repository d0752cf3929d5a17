// All validation runs, newest first: one page of rows, filtered by the database. Reads nothing of what a run found.
import type { ValidationOutcome } from '../mailflow/health';
import type { ValidationPlan } from '../mailflow/validation-plan';
import { foldForSearch } from './folding';
import type { Prisma } from './generated/sqlite/client';
import { fromJson } from './json';
import type { Store } from './store';

/** How a run ended, or that it has not. */
export type RunStanding = ValidationOutcome | 'open' | 'cancelled';

/**
 * `page` counts from 1. `connector`: whose runs, by id; `search`: part of a connector's name, description, hosts or
 * domains, without regard to case; `unsaved`: only those of settings that no connector has.
 */
export type RunQuery = Readonly<{
  standings?: readonly RunStanding[];
  connector?: string;
  search?: string;
  unsaved?: boolean;
  person?: string;
  page: number;
  pageSize: number;
}>;

export type RunSummary = Readonly<{
  id: string;
  /** Its name as of today; absent where settings that are not saved were tested. */
  connector?: Readonly<{ id: string; name: string; deleted: boolean }>;
  plan: ValidationPlan;
  requestedByName: string;
  requestedAt: Date;
  standing: RunStanding;
  startedAt?: Date;
  finishedAt?: Date;
}>;

/** A search that fits more connectors than this shows the runs of so many. */
const CONNECTORS_MAX = 2_000;

/** The rows of one page and how many there are on all pages; `cut` where the search fits too many connectors. */
export async function listAllRuns(
  store: Store,
  query: RunQuery,
): Promise<{ rows: RunSummary[]; total: number; cut: boolean }> {
  const found = query.search ? await connectorIds(store, query.search) : undefined;
  const where = conditions(query, found?.slice(0, CONNECTORS_MAX));
  const [total, rows] = await Promise.all([
    store.client.validationRun.count({ where }),
    store.client.validationRun.findMany({
      where,
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
      select: COLUMNS,
    }),
  ]);
  const connectors = await connectorsOf(store, rows);
  return {
    total,
    cut: (found?.length ?? 0) > CONNECTORS_MAX,
    rows: rows.map((row) => toSummary(row, connectors)),
  };
}

/** Everybody who asked for a run, by name; of somebody with several names, one. */
export async function requesters(store: Store): Promise<{ id: string; name: string }[]> {
  const rows = await store.client.validationRun.groupBy({
    by: ['requestedById', 'requestedByName'],
    orderBy: [{ requestedByName: 'asc' }],
  });
  const byId = new Map(rows.map(({ requestedById: id, requestedByName: name }) => [id, { id, name }]));
  return [...byId.values()];
}

/** The runs of one connector beside the one that was requested at `requestedAt`: the one before it, and the one after. */
export async function neighbours(
  store: Store,
  { id, connectorId, requestedAt }: Readonly<{ id: string; connectorId: string; requestedAt: Date }>,
): Promise<Readonly<{ previous?: RunSummary; next?: RunSummary }>> {
  const [before, after] = await Promise.all(
    (['lt', 'gt'] as const).map((side) => {
      const way = side === 'lt' ? ('desc' as const) : ('asc' as const);
      return store.client.validationRun.findMany({
        where: {
          connectorId,
          OR: [{ requestedAt: { [side]: requestedAt } }, { requestedAt, id: { [side]: id } }],
        },
        orderBy: [{ requestedAt: way }, { id: way }],
        take: 1,
        select: COLUMNS,
      });
    }),
  );
  const none = new Map();
  const [previous, next] = [before?.[0], after?.[0]];
  return {
    ...(previous && { previous: toSummary(previous, none) }),
    ...(next && { next: toSummary(next, none) }),
  };
}

const COLUMNS = {
  id: true,
  connectorId: true,
  plan: true,
  requestedByName: true,
  requestedAt: true,
  state: true,
  outcome: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.ValidationRunSelect;
type Row = Prisma.ValidationRunGetPayload<{ select: typeof COLUMNS }>;

function conditions(
  { standings, connector, unsaved, person }: RunQuery,
  found: readonly string[] | undefined,
): Prisma.ValidationRunWhereInput {
  const outcomes = standings?.filter((one) => one !== 'open' && one !== 'cancelled') ?? [];
  const states = [
    ...(standings?.includes('open') ? ['queued', 'running'] : []),
    ...(standings?.includes('cancelled') ? ['cancelled'] : []),
  ];
  return {
    ...(standings && {
      OR: [
        ...(outcomes.length > 0 ? [{ outcome: { in: outcomes } }] : []),
        ...(states.length > 0 ? [{ state: { in: states } }] : []),
      ],
    }),
    AND: [
      ...(connector === undefined ? [] : [{ connectorId: connector }]),
      ...(unsaved ? [{ connectorId: null }] : []),
      ...(found ? [{ connectorId: { in: [...found] } }] : []),
      ...(person === undefined ? [] : [{ requestedById: person }]),
    ],
  };
}

/** Deleted connectors too: their runs are still there. */
async function connectorIds(store: Store, search: string): Promise<string[]> {
  const rows = await store.client.connector.findMany({
    where: { searchText: { contains: foldForSearch(search.trim()) } },
    orderBy: { name: 'asc' },
    take: CONNECTORS_MAX + 1,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

type Connectors = ReadonlyMap<string, RunSummary['connector']>;

async function connectorsOf(store: Store, rows: readonly Row[]): Promise<Connectors> {
  const ids = [...new Set(rows.flatMap(({ connectorId }) => connectorId ?? []))];
  const found = await store.client.connector.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, deletedAt: true },
  });
  return new Map(found.map(({ id, name, deletedAt }) => [id, { id, name, deleted: deletedAt !== null }]));
}

function toSummary(row: Row, connectors: Connectors): RunSummary {
  const connector = connectors.get(row.connectorId ?? '');
  return {
    id: row.id,
    plan: fromJson<ValidationPlan>(row.plan),
    requestedByName: row.requestedByName,
    requestedAt: row.requestedAt,
    standing: standingOf(row),
    ...(connector && { connector }),
    ...(row.startedAt && { startedAt: row.startedAt }),
    ...(row.finishedAt && { finishedAt: row.finishedAt }),
  };
}

function standingOf({ state, outcome }: Pick<Row, 'state' | 'outcome'>): RunStanding {
  if (outcome !== null) return outcome as ValidationOutcome;
  return state === 'cancelled' ? 'cancelled' : 'open';
}
