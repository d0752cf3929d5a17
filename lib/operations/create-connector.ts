// Saves a new connector. Reviews the draft again: what the browser said of it is never believed.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { insertConnector, nameTaken, recordValidation } from '../data/connectors';
import { uniqueViolation } from '../data/database-errors';
import { isStorable } from '../data/json';
import { assignRun, findRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { reviewDraft } from '../mailflow/connector-rules';
import { toConnector } from '../mailflow/draft-to-connector';
import { fingerprintOf, planOf } from '../mailflow/fingerprint';
import { auditConnector } from './connector-audit';
import { allowed, type OperationContext } from './context';
import { nameTakenFinding } from './name-taken';
import { conflict, done, type Outcome, problem } from './outcome';
import { type FinishedRun, isFinished } from './publish-rules';

/**
 * `runId` names the validation shown to the admin, absent where there is none to run (inbound); `acknowledgeFailure` is
 * said by hand where it did not pass.
 */
export const createConnectorInput = z.strictObject({
  draft: connectorDraftSchema,
  runId: z.string().min(1).max(100).optional(),
  acknowledgeFailure: z.boolean(),
});
export type CreateConnectorInput = z.output<typeof createConnectorInput>;

/** Whether the wizard may be opened; saving asks again. */
export function mayCreateConnector(context: OperationContext): Outcome<undefined> {
  const asked = allowed(context, 'connector:create');
  return asked.ok ? done(undefined) : asked;
}

/**
 * The connector, its version 1, its validation and an audit entry, all or none; answers the connector's id.
 * Problems: invalid (name.taken among them), malformed; for an outbound one validationMissing, validationUnfinished,
 * validationStale, failureNotAcknowledged.
 */
export async function createConnector(
  context: OperationContext,
  input: CreateConnectorInput,
): Promise<Outcome<{ id: string }>> {
  const asked = allowed(context, 'connector:create');
  if (!asked.ok) return asked;
  const { store } = context;
  if (!isStorable(input.draft)) return problem({ kind: 'malformed' });
  const errors = reviewDraft(input.draft).filter(({ severity }) => severity === 'error');
  if (await nameTaken(store, input.draft.name.trim())) errors.push(nameTakenFinding(input.draft.name));
  const connector = toConnector(input.draft);
  if (errors.length > 0 || !connector) return problem({ kind: 'invalid', findings: errors });

  const evidence = await evidenceFor(context, connector, input);
  if (!evidence.ok) return evidence;
  try {
    return done({ id: await save(context, asked.actor, connector, evidence.value) });
  } catch (error) {
    // Somebody else took the name between the look and the write.
    if (!uniqueViolation(error)?.includes('nameKey')) throw error;
    return problem({ kind: 'invalid', findings: [nameTakenFinding(connector.name)] });
  }
}

async function save(
  context: OperationContext,
  actor: Actor,
  connector: Connector,
  run: FinishedRun | undefined,
): Promise<string> {
  const failureAcknowledged = run !== undefined && run.outcome !== 'passed';
  const grounds = { failureAcknowledged, ...(run && { validationRunId: run.id }) };
  return context.store.write(async (tx) => {
    const at = context.now();
    const id = await insertConnector(tx, {
      connector,
      fingerprint: fingerprintOf(connector),
      createdAt: at,
      createdById: actor.userId,
      createdByName: actor.name,
      ...grounds,
    });
    if (run) {
      await assignRun(tx, run.id, id);
      await recordValidation(tx, id, run);
    }
    await auditConnector(tx, context, {
      actor,
      at,
      action: 'connector.created',
      subject: { id, name: connector.name },
      details: { version: 1, connector, ...grounds, ...(run && { outcome: run.outcome }) },
    });
    return id;
  });
}

/** The finished validation of exactly these settings; none for a connector that the service does not validate. */
async function evidenceFor(
  { store }: OperationContext,
  connector: Connector,
  { runId, acknowledgeFailure }: CreateConnectorInput,
): Promise<Outcome<FinishedRun | undefined>> {
  if (!planOf(connector)) return done(undefined);
  const run = runId === undefined ? undefined : await findRun(store, runId);
  if (!run) return conflict('validationMissing');
  if (run.fingerprint !== fingerprintOf(connector)) return conflict('validationStale');
  if (!isFinished(run)) return conflict('validationUnfinished');
  if (run.outcome !== 'passed' && !acknowledgeFailure) return conflict('failureNotAcknowledged');
  return done(run);
}
