// Deletes connectors: out of force and out of the list at once. Their versions, draft and validation runs stay, and so
// the deletion can be undone.
import type { z } from 'zod';
import { findConnector } from '../data/connectors';
import { markDeleted } from '../data/deleted-connectors';
import { type BulkAnswer, type BulkReport, bulkInput, inBulk } from './bulk';
import { auditConnector } from './connector-audit';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

export const deleteConnectorsInput = bulkInput;

/** Each item's problem: notFound, where it is deleted already or never was. */
export async function deleteConnectors(
  context: OperationContext,
  { ids }: z.output<typeof deleteConnectorsInput>,
): Promise<Outcome<BulkReport>> {
  const asked = allowed(context, 'connector:delete');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const items = ids.map((id) => ({ id }));
  const report = await inBulk(items, ({ id }) =>
    context.store.write(async (tx): Promise<BulkAnswer> => {
      const current = await findConnector(tx, id);
      if (!current) return { outcome: problem({ kind: 'notFound' }) };
      const { name } = current.connector;
      const { number: version } = current.version;
      const at = context.now();
      await markDeleted(tx, id, { at, byId: actor.userId, byName: actor.name });
      await auditConnector(tx, context, {
        actor,
        at,
        action: 'connector.deleted',
        subject: { id, name },
        details: { version, settings: current.connector },
      });
      return { name, outcome: done({ name, version }) };
    }),
  );
  return done(report);
}
