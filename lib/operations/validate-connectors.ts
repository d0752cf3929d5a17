// Asks for the validations of many connectors as they are. Refuses inbound ones, which the service has no validation
// for, and more than a hundred open runs for each person.
import type { z } from 'zod';
import { findConnector } from '../data/connectors';
import { planOf } from '../mailflow/fingerprint';
import { type BulkAnswer, type BulkReport, bulkInput, inBulk } from './bulk';
import { allowed, type OperationContext } from './context';
import { conflict, done, type Outcome, problem } from './outcome';
import { OPEN_RUNS_MAX, queueValidation } from './queue-validation';

export const validateConnectorsInput = bulkInput;

/** Each item's `runId`, or its problem: notFound, notValidatable, rateLimited. */
export async function validateConnectors(
  context: OperationContext,
  { ids }: z.output<typeof validateConnectorsInput>,
): Promise<Outcome<BulkReport>> {
  const asked = allowed(context, 'validation:run');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const items = ids.map((id) => ({ id }));
  const report = await inBulk(items, async ({ id }): Promise<BulkAnswer> => {
    const found = await findConnector(context.store, id);
    if (!found) return { outcome: problem({ kind: 'notFound' }) };
    const { name } = found.connector;
    const plan = planOf(found.connector);
    if (!plan) return { name, outcome: conflict('notValidatable') };
    const connector = { id, name };
    const request = { actor, plan, connector, openRunsMax: OPEN_RUNS_MAX.bulk };
    const queued = await queueValidation(context, request);
    return { name, outcome: queued.ok ? done({ name, runId: queued.value.runId }) : queued };
  });
  return done(report);
}
