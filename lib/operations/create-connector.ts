// Saves a new connector. Reviews the draft again: what the browser said of it is never believed.
import { z } from 'zod';
import { appendAudit } from '../data/audit';
import { insertConnector, nameTaken, recordValidation } from '../data/connectors';
import { uniqueViolation } from '../data/database-errors';
import { assignRun, findRun, type ValidationRun } from '../data/validation-runs';
import type { Connector } from '../mailflow/connector';
import { toConnector } from '../mailflow/connector-draft';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { reviewDraft } from '../mailflow/connector-rules';
import type { Finding } from '../mailflow/finding';
import { fingerprint, planOf } from '../mailflow/fingerprint';
import type { ValidationOutcome } from '../mailflow/health';
import { allowed, type OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';

/** `runId` names the validation shown to the admin; `acknowledgeFailure` is said by hand where it did not pass. */
export const createConnectorInput = z.strictObject({
  draft: connectorDraftSchema,
  runId: z.string().min(1).max(100),
  acknowledgeFailure: z.boolean(),
});
export type CreateConnectorInput = z.output<typeof createConnectorInput>;

type FinishedRun = ValidationRun & Readonly<{ outcome: ValidationOutcome; finishedAt: Date }>;

/** Whether the wizard may be opened; saving asks again. */
export function mayCreateConnector(context: OperationContext): Outcome<undefined> {
  const asked = allowed(context, 'connector:create');
  return asked.ok ? done(undefined) : asked;
}

/**
 * The connector, its version 1, its validation and an audit entry, all or none; answers the connector's id.
 * Problems: invalid (name.taken among them), validationMissing, validationUnfinished, validationStale,
 * failureNotAcknowledged.
 */
export async function createConnector(
  context: OperationContext,
  input: CreateConnectorInput,
): Promise<Outcome<{ id: string }>> {
  const asked = allowed(context, 'connector:create');
  if (!asked.ok) return asked;
  const { store, now } = context;
  const errors = reviewDraft(input.draft).filter(({ severity }) => severity === 'error');
  if (await nameTaken(store, input.draft.name.trim())) errors.push(taken(input.draft.name));
  const connector = toConnector(input.draft);
  if (errors.length > 0 || !connector) return problem({ kind: 'invalid', findings: errors });

  const evidence = await evidenceFor(context, connector, input);
  if (!evidence.ok) return evidence;
  const run = evidence.value;
  const failureAcknowledged = run.outcome !== 'passed';
  const { userId, name } = asked.actor;
  try {
    return await store.write(async (tx) => {
      const createdAt = now();
      const id = await insertConnector(tx, {
        connector,
        fingerprint: run.fingerprint,
        createdAt,
        createdById: userId,
        createdByName: name,
        validationRunId: run.id,
        failureAcknowledged,
      });
      await assignRun(tx, run.id, id);
      await recordValidation(tx, id, run);
      await appendAudit(tx, {
        at: createdAt,
        actorId: userId,
        actorName: name,
        action: 'connector.created',
        subjectKind: 'connector',
        subjectId: id,
        subjectName: connector.name,
        details: {
          version: 1,
          connector,
          validationRunId: run.id,
          outcome: run.outcome,
          failureAcknowledged,
        },
        ...(context.remoteAddress && { remoteAddress: context.remoteAddress }),
      });
      return done({ id });
    });
  } catch (error) {
    // Somebody else took the name between the look and the write.
    if (!uniqueViolation(error)?.includes('nameKey')) throw error;
    return problem({ kind: 'invalid', findings: [taken(connector.name)] });
  }
}

const taken = (name: string): Finding => ({
  code: 'name.taken',
  severity: 'error',
  field: 'name',
  params: { value: name.trim() },
});

/** The finished validation of exactly these settings. */
async function evidenceFor(
  { store }: OperationContext,
  connector: Connector,
  { runId, acknowledgeFailure }: CreateConnectorInput,
): Promise<Outcome<FinishedRun>> {
  const run = await findRun(store, runId);
  if (!run) return conflict('validationMissing');
  if (run.fingerprint !== fingerprint(planOf(connector))) return conflict('validationStale');
  const { state, outcome, finishedAt } = run;
  if (state !== 'finished' || !outcome || !finishedAt) return conflict('validationUnfinished');
  if (outcome !== 'passed' && !acknowledgeFailure) return conflict('failureNotAcknowledged');
  return done({ ...run, outcome, finishedAt });
}
