// Any two validations beside each other, the earlier one first whichever way they are asked for.
import { z } from 'zod';
import type { Store } from '../data/store';
import { findRun, type ValidationRun } from '../data/validation-runs';
import { compareRuns } from '../mailflow/compare-runs';
import type { ValidationOutcome } from '../mailflow/health';
import type { RunDifference } from '../mailflow/run-difference';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { type RunConnector, runConnector } from './validation-run-page';
import { viewRun } from './validation-run-view';

const runId = z.string().min(1).max(100);
export const compareRunsInput = z.strictObject({ from: runId, to: runId });

/** One side of the comparison. Times in ISO 8601 UTC. */
export type ComparedSide = Readonly<{
  id: string;
  requestedAt: string;
  requestedByName: string;
  outcome?: ValidationOutcome;
  connector?: RunConnector;
  hosts: readonly string[];
  recipients: readonly string[];
}>;

export type RunComparison = Readonly<{
  from: ComparedSide;
  to: ComparedSide;
  differences: readonly RunDifference[];
}>;

/** Problem: notFound, where either is not there, or one of them is still under way. */
export async function compareValidationRuns(
  context: OperationContext,
  { from, to }: z.output<typeof compareRunsInput>,
): Promise<Outcome<RunComparison>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  const { store } = context;
  const runs = await Promise.all([findRun(store, from), findRun(store, to)]);
  const [first, second] = runs
    .flatMap((run) => (run?.finishedAt ? [run] : []))
    .sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime());
  if (!first || !second) return problem({ kind: 'notFound' });
  const [before, after] = [
    await viewRun(store, first, context.now()),
    await viewRun(store, second, context.now()),
  ];
  return done({
    from: await sideOf(store, first, before.plan),
    to: await sideOf(store, second, after.plan),
    differences: compareRuns(before, after),
  });
}

async function sideOf(
  store: Store,
  run: ValidationRun,
  { hosts, recipients }: Pick<ComparedSide, 'hosts' | 'recipients'>,
): Promise<ComparedSide> {
  const connector = await runConnector(store, run);
  return {
    id: run.id,
    requestedAt: run.requestedAt.toISOString(),
    requestedByName: run.requestedByName,
    hosts,
    recipients,
    ...(run.outcome && { outcome: run.outcome }),
    ...(connector && { connector }),
  };
}
