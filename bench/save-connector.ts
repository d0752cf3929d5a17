// Saving a connector: the operation, with its version, its validation and its audit entry in one transaction.
import { insertRun } from '../lib/data/validation-runs';
import { fromConnector } from '../lib/mailflow/draft-to-connector';
import { fingerprint, planOf } from '../lib/mailflow/fingerprint';
import type { OperationContext } from '../lib/operations/context';
import { createConnector } from '../lib/operations/create-connector';
import { type Figure, timed, took } from './figures';
import { connectorNumber } from './many-connectors';

const ROUNDS = 50;

/** Saves new connectors one after another; their validations are put there as passed. */
export async function saveConnectors(context: OperationContext, firstNumber: number): Promise<Figure[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const connector = connectorNumber(firstNumber + round);
    const runId = await passedRun(context, connector);
    const input = { draft: fromConnector(connector), runId, acknowledgeFailure: false };
    const save = async (): Promise<void> => {
      const outcome = await createConnector(context, input);
      if (!outcome.ok) throw new Error(`Not saved: ${JSON.stringify(outcome.problem)}`);
    };
    samples.push(await took(save));
  }
  return [timed('createConnector', samples)];
}

async function passedRun(
  { store, who, now }: OperationContext,
  connector: ReturnType<typeof connectorNumber>,
): Promise<string> {
  const plan = planOf(connector);
  const id = await insertRun(store, {
    fingerprint: fingerprint(plan),
    plan,
    requestedById: who?.userId ?? 'bench',
    requestedByName: who?.name ?? 'Bench',
    requestedAt: now(),
  });
  const finished = { state: 'finished', outcome: 'passed', startedAt: now(), finishedAt: now() } as const;
  await store.client.validationRun.update({ where: { id }, data: finished });
  return id;
}
