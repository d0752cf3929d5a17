// One validation of a good smart host on this machine, as an admin would wait for it: through the queue and a worker.
import { setTimeout as delay } from 'node:timers/promises';
import type { TestConsole } from '../e2e/support/console';
import { eventsAfter, findRun, type ValidationRun } from '../lib/data/validation-runs';
import { type ConnectorDraft, emptyDraft } from '../lib/mailflow/connector-draft';
import { STAGES } from '../lib/mailflow/observation';
import type { OperationContext } from '../lib/operations/context';
import { requestValidation } from '../lib/operations/request-validation';
import { type Figure, timed } from './figures';

const ROUNDS = 30;
const LIMIT_MS = 15_000;

/** Whole runs, then each stage, over `ROUNDS` validations one after another. */
export async function validations(console: TestConsole, context: OperationContext): Promise<Figure[]> {
  const draft: ConnectorDraft = {
    ...emptyDraft(),
    from: 'office365',
    to: 'organization',
    smartHosts: [console.host('good').name],
    tlsMatchDomain: true,
    tlsDomain: console.host('good').host,
    validationRecipients: ['ada@contoso.test'],
  };
  const waited: number[] = [];
  const ran: number[] = [];
  const stages = new Map(STAGES.map((stage) => [stage, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const beganAt = performance.now();
    const requested = await requestValidation(context, { draft });
    if (!requested.ok) throw new Error(`No validation: ${JSON.stringify(requested.problem)}`);
    const run = await finished(context, requested.value.runId);
    waited.push(performance.now() - beganAt);
    ran.push((run.finishedAt?.getTime() ?? 0) - (run.startedAt?.getTime() ?? 0));
    for (const { event } of await eventsAfter(context.store, run.id, 0)) {
      if (event.kind === 'stageEnded') stages.get(event.stage)?.push(event.durationMs);
    }
  }
  const byStage = [...stages].filter(([, samples]) => samples.length > 0);
  return [
    timed('request to result', waited),
    timed('of that, the run', ran),
    ...byStage.map(([stage, samples]) => timed(`  ${stage}`, samples)),
  ];
}

async function finished({ store }: OperationContext, id: string): Promise<ValidationRun> {
  const until = performance.now() + LIMIT_MS;
  while (performance.now() < until) {
    const run = await findRun(store, id);
    if (run?.state === 'finished') {
      if (run.outcome !== 'passed') throw new Error(`The good smart host did not pass: ${run.outcome}`);
      return run;
    }
    await delay(5);
  }
  throw new Error('A validation did not end.');
}
