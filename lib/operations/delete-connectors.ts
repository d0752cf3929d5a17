// Deletes connectors for good, with an audit entry for each. Their validation runs stay, as evidence.
import { z } from 'zod';
import { appendAudit } from '../data/audit';
import { findConnector, removeConnectors } from '../data/connectors';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

/** What the action takes: at most the rows of one page. */
export const deleteConnectorsInput = z.object({
  ids: z.array(z.string().min(1).max(200)).min(1).max(100),
});

/** `missing` are ids of which no connector was there any more. */
export type DeletedConnectors = Readonly<{
  deleted: readonly Readonly<{ id: string; name: string }>[];
  missing: readonly string[];
}>;

/** Deletes what is there of `ids`, all or nothing, and says which were not. */
export async function deleteConnectors(
  context: OperationContext,
  { ids }: z.output<typeof deleteConnectorsInput>,
): Promise<Outcome<DeletedConnectors>> {
  const may = allowed(context, 'connector:delete');
  if (!may.ok) return may;
  const { actor } = may;
  const wanted = [...new Set(ids)];
  return context.store.write(async (tx) => {
    const settings = new Map<string, Awaited<ReturnType<typeof findConnector>>>();
    for (const id of wanted) settings.set(id, await findConnector(tx, id));
    const deleted = await removeConnectors(tx, wanted);
    for (const { id, name } of deleted) {
      const last = settings.get(id);
      await appendAudit(tx, {
        at: context.now(),
        actorId: actor.userId,
        actorName: actor.name,
        action: 'connector.deleted',
        subjectKind: 'connector',
        subjectId: id,
        subjectName: name,
        details: { version: last?.version.number, settings: last?.connector },
        ...(context.remoteAddress && { remoteAddress: context.remoteAddress }),
      });
    }
    const gone = new Set(deleted.map(({ id }) => id));
    return done({ deleted, missing: wanted.filter((id) => !gone.has(id)) });
  });
}
