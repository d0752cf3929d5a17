// The files that were read of a tenant, for whoever may read the set-up: one page, never behind the last, newest first.
import { type ImportRow, listImports } from '../data/exchange-imports';
import { allowed, type OperationContext } from './context';
import { IMPORT_PAGE_SIZE } from './import-list-query';
import type { ImportPage, ImportSummary, TakenCounts } from './import-view';
import { done, type Outcome } from './outcome';

/** `page` counts from 1. */
export async function importList(
  context: OperationContext,
  asked: Readonly<{ page: number }>,
): Promise<Outcome<ImportPage>> {
  const may = allowed(context, 'mailSetup:read');
  if (!may.ok) return may;
  const pageSize = IMPORT_PAGE_SIZE;
  let page = asked.page;
  let found = await listImports(context.store, { page, pageSize });
  if (found.rows.length === 0 && page > 1) {
    page = Math.max(1, Math.ceil(found.total / pageSize));
    found = await listImports(context.store, { page, pageSize });
  }
  return done({ page, total: found.total, rows: found.rows.map(toSummary) });
}

/** The import as lists show it. */
export function toSummary({ summary, applied, ...row }: ImportRow): ImportSummary {
  return {
    id: row.id,
    fileName: row.fileName,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    ...summary,
    ...(applied && {
      applied: {
        at: applied.at.toISOString(),
        byName: applied.byName,
        counts: applied.counts as TakenCounts,
      },
    }),
  };
}
