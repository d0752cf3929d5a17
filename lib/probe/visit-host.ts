// Visits one server: resolves its name, holds every address against the guard, and has a dialogue with each allowed one.
import type { SecureContext } from 'node:tls';
import type { MailTarget } from '../mailflow/mail-exchangers';
import { formatSmartHost, type SmartHost } from '../mailflow/smart-host';
import { allOf } from './all-of';
import { visitAddress } from './dialogue';
import type { MessageTurns } from './message-turns';
import { findAlias } from './mx';
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
}>;

/** Visits `target` and leaves its places in `turns`, however that ends: they say who sends the test messages. `hostNumber` tells it apart in message ids. */
export async function visitHost(
  shared: Shared,
  { host, recipients }: MailTarget,
  hostNumber: number,
  turns: MessageTurns,
): Promise<void> {
  const { slots } = shared;
  const name = formatSmartHost(host);
  try {
    const addresses = await addressesOf(shared, host);
    const visitors = turns.visitors(name, addresses, (wait) => slots.lend(wait));
    await allOf(
      visitors.map((messages) =>
        slots.use(async () => {
          const { address } = messages;
          await visitAddress({ ...shared, host, recipients, hostNumber, address, messages }).finally(
            messages.leave,
          );
        }),
      ),
    );
  } finally {
    turns.leave(name);
  }
}

/** The addresses to connect to; tells of those that are not, and of a port that may not be used. */
async function addressesOf(shared: Shared, host: SmartHost): Promise<readonly string[]> {
  const { run, plan, emit } = shared;
  const place = { host: formatSmartHost(host), port: host.port };
  const log = new StageLog(run, emit, place);
  if (!plan.ports.includes(host.port)) {
    await log.record('connect', async () => ({ failure: { kind: 'portDenied' } }));
    return [];
  }
  const resolved = await resolve(shared, host, log);
  for (const { address, reason } of resolved?.allowed.length ? resolved.denied : [])
    await new StageLog(run, emit, { ...place, address }).record('connect', async () => ({
      failure: { kind: 'addressDenied', reason },
    }));
  return resolved?.allowed ?? [];
}

async function resolve(
  { plan, deps, run }: Shared,
  host: SmartHost,
  log: StageLog,
): Promise<Resolved | undefined> {
  const isByMx = plan.hosts.length === 0;
  let resolved: Resolved | undefined;
  await log.record('resolve', async () => {
    const [answer, alias] = await Promise.all([
      resolveHost(host, deps.resolver, plan, run),
      isByMx ? findAlias(host.host, deps.resolver, run) : undefined,
    ]);
    const known = alias === undefined ? {} : { alias };
    if (!answer.ok) return { ...known, failure: answer.failure };
    resolved = answer.value;
    const { addresses, allowed, denied } = resolved;
    const [firstDenied] = allowed.length === 0 ? denied : [];
    return {
      ...known,
      addresses,
      ...(firstDenied && { failure: { kind: 'addressDenied', reason: firstDenied.reason } as const }),
    };
  });
  return resolved;
}
