// The files that were read of a tenant, and what was taken over of each. Only the newest are kept: together they hold the
// tenant as it was last read, list by list.
import type { ExchangeFile, FileList } from '../exchange/exchange-file';
import type { PlanCounts } from '../exchange/plan-row';
import type { ExchangeImport as Row } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

/** What the list shows of a file and of its report. */
export type ImportDigest = Readonly<Pick<ExchangeFile, 'covers' | 'leftAside'> & { counts: PlanCounts }>;

/** `report` is rows of a plan, as the operations shorten them. */
export type NewImport = Readonly<{
  fileName: string;
  createdAt: Date;
  createdById: string;
  createdByName: string;
  file: ExchangeFile;
  report: readonly object[];
  summary: ImportDigest;
}>;

export type TakenOver = Readonly<{
  at: Date;
  byId: string;
  byName: string;
  counts: Readonly<Record<string, number>>;
}>;

export type ImportRow = Readonly<{
  id: string;
  fileName: string;
  createdAt: Date;
  createdByName: string;
  summary: ImportDigest;
  applied?: TakenOver;
}>;
export type StoredImport = ImportRow & Readonly<{ file: ExchangeFile; report: readonly object[] }>;

const LISTED = {
  id: true,
  fileName: true,
  createdAt: true,
  createdByName: true,
  summary: true,
  appliedAt: true,
  appliedById: true,
  appliedByName: true,
  applied: true,
} as const;

const NEWEST_FIRST = [{ createdAt: 'desc' }, { id: 'desc' }] as const;

/** Keeps a file; answers its id. */
export async function insertImport(tx: Tx, { file, report, summary, ...given }: NewImport): Promise<string> {
  const data = { ...given, file: toJson(file), report: toJson(report), summary: toJson(summary) };
  const { id } = await tx.exchangeImport.create({ data, select: { id: true } });
  return id;
}

export async function findImport(store: Store | Tx, id: string): Promise<StoredImport | undefined> {
  const row = await clientOf(store).exchangeImport.findUnique({ where: { id } });
  return row
    ? {
        ...toRow(row),
        file: fromJson<ExchangeFile>(row.file),
        report: fromJson<readonly object[]>(row.report),
      }
    : undefined;
}

/** One page, the newest first; `page` counts from 1. */
export async function listImports(
  store: Store,
  { page, pageSize }: Readonly<{ page: number; pageSize: number }>,
): Promise<Readonly<{ rows: readonly ImportRow[]; total: number }>> {
  const [total, rows] = await Promise.all([
    store.client.exchangeImport.count(),
    store.client.exchangeImport.findMany({
      select: LISTED,
      orderBy: [...NEWEST_FIRST],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  return { total, rows: rows.map(toRow) };
}

/** Notes that rows of it were taken over, with the plan as it was then. */
export async function markTakenOver(
  tx: Tx,
  id: string,
  taken: TakenOver & Pick<NewImport, 'report' | 'summary'>,
): Promise<void> {
  const { at, byId, byName, counts, report, summary } = taken;
  await tx.exchangeImport.update({
    where: { id },
    data: {
      appliedAt: at,
      appliedById: byId,
      appliedByName: byName,
      applied: toJson(counts),
      report: toJson(report),
      summary: toJson(summary),
    },
  });
}

/** False where it is not there. */
export async function removeImport(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.exchangeImport.deleteMany({ where: { id } });
  return count === 1;
}

/** Removes all but the newest `keep`; answers how many. */
export async function forgetOldImports(store: Store, keep: number): Promise<number> {
  const old = await store.client.exchangeImport.findMany({
    select: { id: true },
    orderBy: [...NEWEST_FIRST],
    skip: keep,
  });
  if (old.length === 0) return 0;
  const { count } = await store.client.exchangeImport.deleteMany({
    where: { id: { in: old.map(({ id }) => id) } },
  });
  return count;
}

/** True where no file was kept after it. */
export async function isNewestImport(store: Store | Tx, { id }: Pick<ImportRow, 'id'>): Promise<boolean> {
  const newest = await clientOf(store).exchangeImport.findFirst({
    select: { id: true },
    orderBy: [...NEWEST_FIRST],
  });
  return newest?.id === id;
}

/** Of which import each list was last read, `before` one or of all. */
async function lastImports(
  store: Store | Tx,
  before: Pick<ImportRow, 'id' | 'createdAt'> | undefined,
): Promise<ReadonlyMap<FileList, string>> {
  const rows = await clientOf(store).exchangeImport.findMany({
    select: { id: true, summary: true },
    ...(before && {
      where: {
        OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
      },
    }),
    orderBy: [...NEWEST_FIRST],
  });
  const found = new Map<FileList, string>();
  for (const { id, summary } of rows)
    for (const list of fromJson<ImportDigest>(summary).covers) if (!found.has(list)) found.set(list, id);
  return found;
}

/**
 * The tenant as it was last read, before the import `before` where one is named: each list out of the newest file that has
 * it. Undefined where none was read.
 */
export async function tenantAsRead(
  store: Store | Tx,
  before?: Pick<ImportRow, 'id' | 'createdAt'>,
): Promise<ExchangeFile | undefined> {
  const ids = await lastImports(store, before);
  if (ids.size === 0) return undefined;
  const rows = await clientOf(store).exchangeImport.findMany({
    where: { id: { in: [...new Set(ids.values())] } },
    select: { id: true, file: true },
  });
  const files = new Map(rows.map(({ id, file }) => [id, fromJson<ExchangeFile>(file)]));
  const of = (list: FileList): ExchangeFile | undefined => files.get(ids.get(list) ?? '');
  const connectors = (direction: 'outbound' | 'inbound') =>
    (of(direction)?.connectors ?? []).filter((read) => read.ok && read.value.direction === direction);
  return {
    connectors: [...connectors('outbound'), ...connectors('inbound')],
    acceptedDomains: of('acceptedDomains')?.acceptedDomains ?? [],
    transportRules: of('transportRules')?.transportRules ?? [],
    covers: [...ids.keys()],
    leftAside: { rulesWithoutConnector: 0, repeated: 0, otherObjects: 0 },
  };
}

function toRow(row: Pick<Row, keyof typeof LISTED>): ImportRow {
  const { appliedAt, appliedById, appliedByName, applied } = row;
  return {
    id: row.id,
    fileName: row.fileName,
    createdAt: row.createdAt,
    createdByName: row.createdByName,
    summary: fromJson<ImportDigest>(row.summary),
    ...(appliedAt && {
      applied: {
        at: appliedAt,
        byId: appliedById ?? '',
        byName: appliedByName ?? '',
        counts: fromJson<TakenOver['counts']>(applied),
      },
    }),
  };
}
