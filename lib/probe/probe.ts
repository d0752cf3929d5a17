// The validation engine: visits every address behind every smart host and reports facts as they come.
// Has no opinion and no store; whether mail may go in clear text is the caller's word (`mayProceed`).
import { createSecureContext, type SecureContext } from 'node:tls';
import { formatSmartHost, type SmartHost } from '../mailflow/smart-host';
import { visitAddress } from './dialogue';
import { type Emit, type ProbeDeps, type ProbePlan, refuseUnsafeText } from './probe-plan';
import { type Resolved, resolveHost } from './resolve';
import { Run } from './run';
import { Slots } from './slots';
import { StageLog } from './stage-log';
import { TRANSCRIPT_MAX, type TranscriptBudget } from './transcript';

/** Connections open at once in one run. */
const CONNECTIONS_MAX = 20;

/**
 * Probes `plan` and emits events in order, times in milliseconds since the start. Ends within `limits.runMs`,
 * with no socket or timer left; trouble on the wire is an event. Throws UnsafeProbePlan before any socket opens,
 * and whatever `emit` or `mayProceed` throw.
 */
export async function probe(plan: ProbePlan, deps: ProbeDeps, emit: Emit): Promise<void> {
  refuseUnsafeText(plan);
  const secureContext = createSecureContext(deps.ca ? { ca: [...deps.ca] } : {});
  const run = new Run(plan.limits, deps.now, deps.signal);
  const shared: Shared = {
    run,
    plan,
    deps,
    emit,
    transcriptBudget: { left: TRANSCRIPT_MAX },
    secureContext,
    slots: new Slots(CONNECTIONS_MAX),
  };
  try {
    await allOf(plan.hosts.map((host, index) => visitHost(shared, host, index + 1)));
  } finally {
    run.close();
    deps.resolver.cancel();
  }
}

type Shared = Readonly<{
  run: Run;
  plan: ProbePlan;
  deps: ProbeDeps;
  emit: Emit;
  transcriptBudget: TranscriptBudget;
  /** Made once, before any clock runs: reading the trusted roots takes tens of milliseconds the first time. */
  secureContext: SecureContext;
  slots: Slots;
}>;

async function visitHost(shared: Shared, host: SmartHost, hostNumber: number): Promise<void> {
  const { run, plan, emit, slots } = shared;
  const place = { host: formatSmartHost(host), port: host.port };
  const log = new StageLog(run, emit, place);
  if (!plan.ports.includes(host.port)) {
    await log.record('connect', async () => ({ failure: { kind: 'portDenied' } }));
    return;
  }
  const resolved = await resolve(shared, host, log);
  for (const { address, reason } of resolved?.allowed.length ? resolved.denied : [])
    await new StageLog(run, emit, { ...place, address }).record('connect', async () => ({
      failure: { kind: 'addressDenied', reason },
    }));
  const claimed = new Set<string>();
  const claimMessage = (recipient: string): boolean => !claimed.has(recipient) && !!claimed.add(recipient);
  await allOf(
    (resolved?.allowed ?? []).map((address) =>
      slots.use(() => visitAddress({ ...shared, host, hostNumber, address, claimMessage })),
    ),
  );
}

async function resolve(shared: Shared, host: SmartHost, log: StageLog): Promise<Resolved | undefined> {
  let resolved: Resolved | undefined;
  await log.record('resolve', async () => {
    const answer = await resolveHost(host, shared.deps.resolver, shared.plan, shared.run);
    if (!answer.ok) return { failure: answer.failure };
    resolved = answer.value;
    const { addresses, allowed, denied } = resolved;
    const [firstDenied] = allowed.length === 0 ? denied : [];
    return {
      addresses,
      ...(firstDenied && { failure: { kind: 'addressDenied', reason: firstDenied.reason } as const }),
    };
  });
  return resolved;
}

/** Waits for all, even after one threw, so that nothing outlives the run. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
