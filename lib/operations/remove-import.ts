// Forgets a file of a tenant and its report. What was taken over of it stays.
import { z } from 'zod';
import { findImport, removeImport as removeRow } from '../data/exchange-imports';
import { allowed, type OperationContext } from './context';
import { auditExchange } from './exchange-audit';
import { done, type Outcome, problem } from './outcome';

export const importId = z.string().min(1).max(100);
export const removeImportInput = z.strictObject({ id: importId });

/** Problem: notFound. */
export async function removeImport(
  context: OperationContext,
  { id }: z.output<typeof removeImportInput>,
): Promise<Outcome<undefined>> {
  const asked = allowed(context, 'exchange:import');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<undefined>> => {
    const stored = await findImport(tx, id);
    if (!stored) return problem({ kind: 'notFound' });
    await removeRow(tx, id);
    const { fileName, createdAt } = stored;
    await auditExchange(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'exchange.importRemoved',
      subject: { id, name: fileName },
      details: { fileName, createdAt: createdAt.toISOString() },
    });
    return done(undefined);
  });
}
