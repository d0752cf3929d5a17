// Asks for a validation: of settings that are not saved yet, or of a connector as it is. Refuses a draft whose tested
// settings break a rule, and more than a few open runs for each person.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import { findConnector } from '../data/connectors';
import type { Tx } from '../data/store';
import { countOpenRuns, insertRun } from '../data/validation-runs';
import type { DraftField } from '../mailflow/connector-draft';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { reviewDraft } from '../mailflow/connector-rules';
import { fingerprint, planOf, planOfDraft } from '../mailflow/fingerprint';
import { formatSmartHost } from '../mailflow/smart-host';
import type { ValidationPlan } from '../mailflow/validation-plan';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

export const requestValidationInput = z.strictObject({ draft: connectorDraftSchema });
export const requestConnectorValidationInput = z.strictObject({ connectorId: z.string().min(1).max(100) });

/** Runs of one person that may wait or run at once, and when to try again after that. */
const OPEN_RUNS_MAX = 3;
const RETRY_AFTER_SECONDS = 10;

/** The draft's fields that a validation tests. */
const TESTED: ReadonlySet<string> = new Set<DraftField>([
  'smartHosts',
  'tlsRequired',
  'tlsCertificate',
  'tlsMatchDomain',
  'tlsDomain',
  'validationRecipients',
]);

export type RequestedValidation = Readonly<{ runId: string; fingerprint: string }>;

/**
 * Puts a validation of the draft's hosts, TLS demand and recipients into the queue; the draft's other fields may be
 * unfinished. Problems: `invalid` with the findings of the tested fields, `rateLimited`.
 */
export async function requestValidation(
  context: OperationContext,
  { draft }: z.output<typeof requestValidationInput>,
): Promise<Outcome<RequestedValidation>> {
  const asked = allowed(context, 'validation:runUnsaved');
  if (!asked.ok) return asked;
  const findings = reviewDraft(draft).filter(({ field }) => TESTED.has(field ?? ''));
  const plan = planOfDraft(draft);
  if (!plan || findings.some(({ severity }) => severity === 'error'))
    return problem({ kind: 'invalid', findings });
  return enqueue(context, asked.actor, plan);
}

/** Puts a validation of a saved connector into the queue. Problems: `notFound`, `rateLimited`. */
export async function requestConnectorValidation(
  context: OperationContext,
  { connectorId }: z.output<typeof requestConnectorValidationInput>,
): Promise<Outcome<RequestedValidation>> {
  const asked = allowed(context, 'validation:run');
  if (!asked.ok) return asked;
  const found = await findConnector(context.store, connectorId);
  if (!found) return problem({ kind: 'notFound' });
  const subject = { id: connectorId, name: found.connector.name };
  return enqueue(context, asked.actor, planOf(found.connector), subject);
}

async function enqueue(
  context: OperationContext,
  actor: Actor,
  plan: ValidationPlan,
  connector?: Readonly<{ id: string; name: string }>,
): Promise<Outcome<RequestedValidation>> {
  return context.store.write(async (tx): Promise<Outcome<RequestedValidation>> => {
    if ((await countOpenRuns(tx, actor.userId)) >= OPEN_RUNS_MAX)
      return problem({ kind: 'rateLimited', retryAfterSeconds: RETRY_AFTER_SECONDS });
    const run = {
      fingerprint: fingerprint(plan),
      plan,
      requestedById: actor.userId,
      requestedByName: actor.name,
      requestedAt: context.now(),
      ...(connector && { connectorId: connector.id }),
    };
    const runId = await insertRun(tx, run);
    await auditRequest(tx, context, { actor, plan, runId, ...(connector && { connector }) });
    return done({ runId, fingerprint: run.fingerprint });
  });
}

async function auditRequest(
  tx: Tx,
  { now, remoteAddress }: OperationContext,
  {
    actor,
    plan,
    runId,
    connector,
  }: Readonly<{
    actor: Actor;
    plan: ValidationPlan;
    runId: string;
    connector?: Readonly<{ id: string; name: string }>;
  }>,
): Promise<void> {
  await appendAudit(tx, {
    at: now(),
    actorId: actor.userId,
    actorName: actor.name,
    action: 'validation.requested',
    subjectKind: connector ? 'connector' : 'validationRun',
    subjectId: connector?.id ?? runId,
    ...(connector && { subjectName: connector.name }),
    details: {
      runId,
      hosts: plan.hosts.map(formatSmartHost),
      tls: plan.tls,
      recipients: plan.recipients,
    },
    ...(remoteAddress && { remoteAddress }),
  });
}
