// Puts an edit in force as the connector's next version. Refuses to overwrite what was published meanwhile, and settings
// that neither a fresh validation nor a typed reason stands behind.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { findDraft, removeDraft } from '../data/connector-drafts';
import { findConnector, nameTaken, type StoredConnector } from '../data/connectors';
import { isStorable } from '../data/json';
import type { Tx } from '../data/store';
import { findRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import { changes } from '../mailflow/connector-changes';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { reviewDraft } from '../mailflow/connector-rules';
import { fromConnector, toConnector } from '../mailflow/draft-to-connector';
import { connectorId, versionNumber } from './bulk';
import { allowed, type OperationContext } from './context';
import { nameTakenFinding } from './name-taken';
import { conflict, done, type Outcome, problem } from './outcome';
import { evidenceFor, isOtherScenario } from './publish-rules';
import { publishVersion, typedText } from './publish-version';

/**
 * `baseVersion` is the version in force that the publisher saw; `runId` the validation shown to them; `revision` the
 * stored draft that this publish makes good, where it is somebody else's.
 */
export const publishConnectorInput = z.strictObject({
  connectorId,
  baseVersion: versionNumber,
  draft: connectorDraftSchema,
  note: typedText.optional(),
  runId: z.string().min(1).max(100).optional(),
  reason: typedText.optional(),
  restoredFrom: versionNumber.optional(),
  revision: versionNumber.optional(),
});
export type PublishConnectorInput = z.output<typeof publishConnectorInput>;

/**
 * The next version, its link to the validation and an audit entry, all or none; answers the version's number. The
 * stored draft goes with it where it is the publisher's own or `revision` names it; somebody else's is kept.
 * Problems: notFound, scenarioFixed, versionMoved, invalid (name.taken among them), nothingChanged, validationNeeded;
 * malformed where `restoredFrom` is no version yet.
 */
export async function publishConnector(
  context: OperationContext,
  input: PublishConnectorInput,
): Promise<Outcome<{ version: number }>> {
  const asked = allowed(context, 'connector:edit');
  if (!asked.ok) return asked;
  return context.store.write(async (tx): Promise<Outcome<{ version: number }>> => {
    const current = await findConnector(tx, input.connectorId);
    if (!current) return problem({ kind: 'notFound' });
    const reviewed = await review(tx, current, input);
    if (!reviewed.ok) return reviewed;
    const connector = reviewed.value;
    const evidence = evidenceFor(connector, {
      runs: [await runOf(tx, input.runId), await runOf(tx, current.lastRunId)],
      reason: input.reason,
      // What a restored version once passed says nothing of today.
      notBefore: input.restoredFrom === undefined ? undefined : current.version.createdAt,
    });
    if (!evidence) return conflict('validationNeeded');
    const draftBy = await takeDraft(tx, asked.actor, input);
    const { note, restoredFrom } = input;
    const publish = { actor: asked.actor, current, connector, evidence, note, restoredFrom, draftBy };
    return done({ version: await publishVersion(tx, context, publish) });
  });
}

async function review(
  tx: Tx,
  current: StoredConnector,
  { connectorId, baseVersion, draft, restoredFrom }: PublishConnectorInput,
): Promise<Outcome<Connector>> {
  const { number } = current.version;
  if (!isStorable(draft) || (restoredFrom ?? 1) > number) return problem({ kind: 'malformed' });
  if (isOtherScenario(current.connector, draft)) return conflict('scenarioFixed');
  if (baseVersion !== number) return conflict('versionMoved');
  const errors = reviewDraft(draft).filter(({ severity }) => severity === 'error');
  if (await nameTaken(tx, draft.name.trim(), connectorId)) errors.push(nameTakenFinding(draft.name));
  const connector = toConnector(draft);
  if (errors.length > 0 || !connector) return problem({ kind: 'invalid', findings: errors });
  const changed = changes(fromConnector(current.connector), fromConnector(connector));
  return changed.length > 0 ? done(connector) : conflict('nothingChanged');
}

const runOf = async (tx: Tx, id: string | undefined) => (id === undefined ? undefined : findRun(tx, id));

/** Removes the draft that is published; answers whose it was, where it was another's. */
async function takeDraft(
  tx: Tx,
  actor: Actor,
  { connectorId, revision }: PublishConnectorInput,
): Promise<string | undefined> {
  const draft = await findDraft(tx, connectorId);
  const isMine = draft?.authorId === actor.userId;
  if (!draft || !(isMine || draft.revision === revision)) return undefined;
  await removeDraft(tx, connectorId, draft.revision);
  return isMine ? undefined : draft.authorName;
}
