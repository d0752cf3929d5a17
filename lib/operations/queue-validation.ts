// Puts a validation into the queue, with its audit entry. Refuses more open runs than one person may have, and more of
// settings that are not saved than one may ask for in an hour.
import type { Actor } from '../auth/permissions';
import { appendAudit } from '../data/audit';
import type { Tx } from '../data/store';
import { countOpenRuns, insertRun } from '../data/validation-runs';
import { fingerprint } from '../mailflow/fingerprint';
import { formatSmartHost } from '../mailflow/smart-host';
import type { ValidationPlan } from '../mailflow/validation-plan';
import type { OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { unsavedLimitProblem } from './unsaved-limits';

/** Runs of one person that may wait or run, for a further one to be asked for alone or as one of many. */
export const OPEN_RUNS_MAX = { single: 3, bulk: 100 } as const;
const RETRY_AFTER_SECONDS = 10;

export type RequestedValidation = Readonly<{ runId: string; fingerprint: string }>;

type Request = Readonly<{
  actor: Actor;
  plan: ValidationPlan;
  openRunsMax: number;
  /** Absent for settings that are not saved. */
  connector?: Readonly<{ id: string; name: string }>;
}>;

/** The run and its audit entry, together. Problem: `rateLimited`. */
export async function queueValidation(
  context: OperationContext,
  { actor, plan, openRunsMax, connector }: Request,
): Promise<Outcome<RequestedValidation>> {
  return context.store.write(async (tx): Promise<Outcome<RequestedValidation>> => {
    if ((await countOpenRuns(tx, actor.userId)) >= openRunsMax)
      return problem({
        kind: 'rateLimited',
        limit: 'openRuns',
        max: openRunsMax,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    const limits = context.settings.probe.unsavedPerHour;
    const unsaved = { personId: actor.userId, plan, limits, now: context.now() };
    const limited = connector ? undefined : await unsavedLimitProblem(tx, unsaved);
    if (limited) return problem(limited);
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
  { actor, plan, runId, connector }: Omit<Request, 'openRunsMax'> & Readonly<{ runId: string }>,
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
      ...(plan.checkRefusals && { checkRefusals: true }),
    },
    ...(remoteAddress && { remoteAddress }),
  });
}
