// Asks for a validation: of settings that are not saved yet, or of a connector as it is. Refuses a draft whose tested
// settings break a rule, and more than a few open runs for each person.
import { z } from 'zod';
import { findConnector } from '../data/connectors';
import type { DraftField } from '../mailflow/connector-draft';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import { reviewDraft } from '../mailflow/connector-rules';
import { planOf, planOfDraft } from '../mailflow/fingerprint';
import { allowed, type OperationContext } from './context';
import { conflict, type Outcome, problem } from './outcome';
import { OPEN_RUNS_MAX, queueValidation, type RequestedValidation } from './queue-validation';

/** What may be asked for beside the settings' own test. */
const options = { checkRefusals: z.boolean().optional() };

export const requestValidationInput = z.strictObject({ draft: connectorDraftSchema, ...options });
export const requestConnectorValidationInput = z.strictObject({
  connectorId: z.string().min(1).max(100),
  ...options,
});

/** The draft's fields that a validation tests. */
const TESTED: ReadonlySet<string> = new Set<DraftField>([
  'delivery',
  'smartHosts',
  'tlsRequired',
  'tlsCertificate',
  'tlsMatchDomain',
  'tlsDomain',
  'validationRecipients',
]);

export type { RequestedValidation };

/**
 * Puts a validation of the draft's hosts, TLS demand and recipients into the queue; the draft's other fields may be
 * unfinished. Problems: `notValidatable` (mail that comes in), `invalid` with the findings of the tested fields,
 * `rateLimited`.
 */
export async function requestValidation(
  context: OperationContext,
  { draft, checkRefusals }: z.output<typeof requestValidationInput>,
): Promise<Outcome<RequestedValidation>> {
  const asked = allowed(context, 'validation:runUnsaved');
  if (!asked.ok) return asked;
  if (draft.to === 'office365') return conflict('notValidatable');
  const findings = reviewDraft(draft).filter(({ field }) => TESTED.has(field ?? ''));
  const plan = planOfDraft(draft);
  if (!plan || findings.some(({ severity }) => severity === 'error'))
    return problem({ kind: 'invalid', findings });
  return queueValidation(context, {
    actor: asked.actor,
    plan: { ...plan, ...(checkRefusals && { checkRefusals }) },
    openRunsMax: OPEN_RUNS_MAX.single,
  });
}

/** Puts a validation of a saved connector into the queue. Problems: `notFound`, `notValidatable`, `rateLimited`. */
export async function requestConnectorValidation(
  context: OperationContext,
  { connectorId, checkRefusals }: z.output<typeof requestConnectorValidationInput>,
): Promise<Outcome<RequestedValidation>> {
  const asked = allowed(context, 'validation:run');
  if (!asked.ok) return asked;
  const found = await findConnector(context.store, connectorId);
  if (!found) return problem({ kind: 'notFound' });
  const plan = planOf(found.connector);
  if (!plan) return conflict('notValidatable');
  return queueValidation(context, {
    actor: asked.actor,
    plan: { ...plan, ...(checkRefusals && { checkRefusals }) },
    openRunsMax: OPEN_RUNS_MAX.single,
    connector: { id: connectorId, name: found.connector.name },
  });
}
