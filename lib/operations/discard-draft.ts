// Throws an unfinished edit away. Refuses where the caller has not seen the draft that is stored.
import { z } from 'zod';
import { findDraft, removeDraft } from '../data/connector-drafts';
import { findConnector } from '../data/connectors';
import { connectorId, versionNumber } from './bulk';
import { auditConnector } from './connector-audit';
import { allowed, type OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';

export const discardDraftInput = z.strictObject({ connectorId, revision: versionNumber });

/** Removes the draft with `revision`, and writes down whose it was. Problems: notFound, draftMoved. */
export async function discardDraft(
  context: OperationContext,
  { connectorId, revision }: z.output<typeof discardDraftInput>,
): Promise<Outcome<undefined>> {
  const asked = allowed(context, 'connector:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<undefined>> => {
    const current = await findConnector(tx, connectorId);
    if (!current) return problem({ kind: 'notFound' });
    const draft = await findDraft(tx, connectorId);
    if (!draft || !(await removeDraft(tx, connectorId, revision))) return conflict('draftMoved');
    await auditConnector(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'connector.draftDiscarded',
      subject: { id: connectorId, name: current.connector.name },
      details: { draftBy: draft.authorName, baseVersion: draft.baseVersion },
    });
    return done(undefined);
  });
}
