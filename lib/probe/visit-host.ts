// Visits one server: resolves its name, holds every address against the guard, and has a dialogue with each allowed one.
import type { SecureContext } from 'node:tls';
import type { MailTarget } from '../mailflow/mail-exchangers';
import type { Failure } from '../mailflow/observation';
import { formatSmartHost, type SmartHost } from '../mailflow/smart-host';
import { allOf } from './all-of';
import { lookAside } from './asides';
import { visitAddress } from './dialogue';
import type { Gate } from './gate';
import type { MessageTurns } from './message-turns';
import type { Emit, ProbeDeps, ProbePlan } from './probe-plan';
import { type Resolved, resolveHost } from './resolve';
import type { Run } from './run';
import type { Slots } from './slots';
import { StageLog } from './stage-log';
import type { TranscriptBudget } from './transcript';

/** What all visits of a run have in common. */
export type Shared = Readonly<{
  run: Run;
  plan: ProbePlan;
  deps: ProbeDeps;
  emit: Emit;
  transcriptBudget: TranscriptBudget;
  /** Made once, before any clock runs: reading the trusted roots takes tens of milliseconds the first time. */
  secureContext: SecureContext;
  slots: Slots;
  gate: Gate;
}>;

/** Visits `target` and leaves its places in `turns`, however that ends: they say who sends the test messages. `hostNumber` tells it apart in message ids. */
export async function visitHost(
  shared: Shared,
  target: MailTarget,
  hostNumber: number,
  turns: MessageTurns,
): Promise<void> {
  const name = formatSmartHost(target.host);
  const leave = (): void => turns.leave(name);
  const resolved = await addressesOf(shared, target.host).catch((error: unknown) => {
    leave();
    throw error;
  });
  if (!resolved) return leave();
  await allOf([
    lookAside(shared, target.host, resolved),
    visitAddresses(shared, target, hostNumber, turns, resolved.allowed).finally(leave),
  ]);
}

function visitAddresses(
  shared: Shared,
  { host, recipients }: MailTarget,
  hostNumber: number,
  turns: MessageTurns,
  addresses: readonly string[],
): Promise<void> {
  const { slots, gate } = shared;
  const visitors = turns.visitors(formatSmartHost(host), addresses, (address, wait) =>
    slots.lend(() => gate.lend(address, wait)),
  );
  return allOf(
    visitors.map((messages) =>
      slots.use(async () => {
        const { address } = messages;
        await visitAddress({ ...shared, host, recipients, hostNumber, address, messages }).finally(
          messages.leave,
        );
      }),
    ),
  );
}

/** The addresses to connect to; tells of those that are not, and of a port that may not be used. */
async function addressesOf(shared: Shared, host: SmartHost): Promise<Resolved | undefined> {
  const { run, plan, emit } = shared;
  const place = { host: formatSmartHost(host), port: host.port };
  const log = new StageLog(run, emit, place);
  if (!plan.ports.includes(host.port)) {
    await log.record('connect', async () => ({ failure: { kind: 'portDenied' } }));
    return undefined;
  }
  const resolved = await resolve(shared, host, log);
  for (const { address, reason } of resolved?.allowed.length ? resolved.denied : [])
    await new StageLog(run, emit, { ...place, address }).record('connect', async () => ({
      failure: { kind: 'addressDenied', reason },
    }));
  return resolved;
}

async function resolve(
  { plan, deps, run }: Shared,
  host: SmartHost,
  log: StageLog,
): Promise<Resolved | undefined> {
  let resolved: Resolved | undefined;
  await log.record('resolve', async () => {
    const { failure, ...found } = await resolveHost(host, deps.resolver, plan, run);
    resolved = found;
    const { addresses, aliases, ttlSeconds, allowed, denied } = found;
    const [alias] = plan.hosts.length === 0 ? aliases : [];
    const [firstDenied] = allowed.length === 0 ? denied : [];
    const trouble: Failure | undefined =
      failure ?? (firstDenied && { kind: 'addressDenied', reason: firstDenied.reason });
    return {
      ...(alias !== undefined && { alias }),
      ...(aliases.length > 0 && { aliases }),
      ...(!failure && { addresses, ttlSeconds }),
      ...(trouble && { failure: trouble }),
    };
  });
  return resolved;
}
