// Keeps an unfinished edit on the server. What is in force stays in force. Refuses to overwrite a draft that the
// caller has not seen.
import { z } from 'zod';
import { replaceDraft } from '../data/connector-drafts';
import { findConnector } from '../data/connectors';
import { isStorable } from '../data/json';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { connectorId, versionNumber } from './bulk';
import { allowed, type OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';
import { isOtherScenario } from './publish-rules';

/**
 * `baseVersion` is the version that the edit began with, `revision` that of the draft that the caller saw (null: none),
 * `restoredFrom` the old version that is taken up again, `runId` the validation of these settings.
 */
export const saveDraftInput = z.strictObject({
  connectorId,
  baseVersion: versionNumber,
  draft: connectorDraftSchema,
  revision: versionNumber.nullable(),
  restoredFrom: versionNumber.optional(),
  runId: z.string().min(1).max(100).optional(),
});

/** Say `revision` when saving again. `updatedAt` is ISO 8601, UTC. */
export type SavedDraft = Readonly<{ revision: number; updatedAt: string }>;

/**
 * Stores the draft, however unfinished, in place of the one that the caller saw.
 * Problems: notFound, scenarioFixed, draftMoved; malformed where there is no such base version yet.
 */
export async function saveDraft(
  context: OperationContext,
  { connectorId, baseVersion, draft, revision, restoredFrom, runId }: z.output<typeof saveDraftInput>,
): Promise<Outcome<SavedDraft>> {
  const asked = allowed(context, 'connector:edit');
  if (!asked.ok) return asked;
  const { userId, name } = asked.actor;
  return context.store.write(async (tx): Promise<Outcome<SavedDraft>> => {
    const current = await findConnector(tx, connectorId);
    if (!current) return problem({ kind: 'notFound' });
    const newest = current.version.number;
    if (!isStorable(draft)) return problem({ kind: 'malformed' });
    if (baseVersion > newest || (restoredFrom ?? 1) > newest) return problem({ kind: 'malformed' });
    if (isOtherScenario(current.connector, draft)) return conflict('scenarioFixed');
    const updatedAt = context.now();
    const stored = await replaceDraft(tx, connectorId, revision, {
      draft,
      baseVersion,
      authorId: userId,
      authorName: name,
      updatedAt,
      ...(runId && { runId }),
      ...(restoredFrom && { restoredFrom }),
    });
    if (stored === undefined) return conflict('draftMoved');
    return done({ revision: stored, updatedAt: updatedAt.toISOString() });
  });
}
