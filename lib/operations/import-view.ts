// What the screens are told of imports: types only. Times in ISO 8601 UTC.
import type { ExchangeFile, FileList } from '../exchange/exchange-file';
import type { PlanCounts, PlanRow } from '../exchange/plan-row';

/** How many of each were taken over. */
export type TakenCounts = Readonly<{ connectors: number; acceptedDomains: number; transportRules: number }>;
export type Applied = Readonly<{ at: string; byName: string; counts: TakenCounts }>;

/** An import in the list. `counts` are of the plan as it was when the file was read, or when it was taken over. */
export type ImportSummary = Readonly<{
  id: string;
  fileName: string;
  createdAt: string;
  createdByName: string;
  covers: readonly FileList[];
  leftAside: ExchangeFile['leftAside'];
  counts: PlanCounts;
  applied?: Applied;
}>;

/** The newest first; `page` counts from 1 and may be nearer than the one asked for. */
export type ImportPage = Readonly<{ rows: readonly ImportSummary[]; total: number; page: number }>;

/**
 * `live`: the rows are against what is here now; else they are the report, as it was when the file was read or taken over.
 * `revision` belongs to live rows and goes back with what is chosen of them. `isNewest`: no file was read after it.
 */
export type ImportPlanView = Omit<ImportSummary, 'counts'> &
  Readonly<{ rows: readonly PlanRow[]; live: boolean; revision: string; isNewest: boolean }>;

/** The objects of two kept imports against one another: `from` in the place of what is here. */
export type ImportComparison = Readonly<{
  from: ImportSummary;
  to: ImportSummary;
  rows: readonly PlanRow[];
}>;
