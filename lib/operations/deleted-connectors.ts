// "Recently deleted": what was deleted, by whom, when. Plain JSON: times are ISO 8601 text, UTC.
import { z } from 'zod';
import { type DeletedSummary, listDeleted } from '../data/deleted-connectors';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

/** `page` counts from 1. */
export const deletedConnectorsInput = z.strictObject({ page: z.int().min(1).max(1_000_000) });

export const DELETED_PAGE_SIZE = 50;

export type DeletedRow = Omit<DeletedSummary, 'deletedAt'> & Readonly<{ deletedAt: string }>;
export type DeletedPage = Readonly<{ rows: readonly DeletedRow[]; total: number }>;

/** One page, the last deleted first. */
export async function deletedConnectors(
  context: OperationContext,
  { page }: z.output<typeof deletedConnectorsInput>,
): Promise<Outcome<DeletedPage>> {
  const asked = allowed(context, 'connector:read');
  if (!asked.ok) return asked;
  const { rows, total } = await listDeleted(context.store, { page, pageSize: DELETED_PAGE_SIZE });
  return done({
    total,
    rows: rows.map((row) => ({ ...row, deletedAt: row.deletedAt.toISOString() })),
  });
}
