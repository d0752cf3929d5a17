// What a tenant did between two files that were read of it, for whoever may read the set-up.
import { z } from 'zod';
import { findImport } from '../data/exchange-imports';
import { fileSetup } from '../exchange/file-setup';
import { planImport } from '../exchange/import-plan';
import { allowed, type OperationContext } from './context';
import type { ImportComparison } from './import-view';
import { toSummary } from './list-imports';
import { done, type Outcome, problem } from './outcome';
import { importId } from './remove-import';

export const compareImportsInput = z.strictObject({ from: importId, to: importId });

/** `from` stands for what is here, under the keys of its rows. Problem: notFound. */
export async function compareImports(
  context: OperationContext,
  { from, to }: z.output<typeof compareImportsInput>,
): Promise<Outcome<ImportComparison>> {
  const may = allowed(context, 'mailSetup:read');
  if (!may.ok) return may;
  const [earlier, later] = await Promise.all([
    findImport(context.store, from),
    findImport(context.store, to),
  ]);
  if (!earlier || !later) return problem({ kind: 'notFound' });
  // What the earlier file did not have is not new in the later one.
  const covers = later.file.covers.filter((list) => earlier.file.covers.includes(list));
  const rows = planImport(fileSetup(earlier.file), { ...later.file, covers });
  return done({ from: toSummary(earlier), to: toSummary(later), rows });
}
