// The validation engine: visits every address behind every smart host, or behind every mail exchanger of the recipients'
// domains, and reports facts as they come.
// Has no opinion and no store; whether mail may go in clear text is the caller's word (`mayProceed`).
import { mailDomainOf, mailTargets, mxDomainsOf, triedExchangers } from '../mailflow/mail-exchangers';
import type { MailExchanger } from '../mailflow/observation';
import { formatSmartHost, SMTP_PORT } from '../mailflow/smart-host';
import { allOf } from './all-of';
import { Gate } from './gate';
import { MessageTurns } from './message-turns';
import { findMtaSts } from './mta-sts';
import { findExchangers } from './mx';
import { type Emit, type ProbeDeps, type ProbePlan, refuseUnsafeText } from './probe-plan';
import { Run } from './run';
import { secureContextFor } from './secure-context';
import { Slots } from './slots';
import { StageLog } from './stage-log';
import { TRANSCRIPT_MAX } from './transcript';
import { type Shared, visitHost } from './visit-host';

/** Connections open at once in one run. */
const CONNECTIONS_MAX = 20;

/**
 * Probes `plan` and emits events in order, times in milliseconds since the start. Ends within `limits.runMs`,
 * with no socket or timer left; trouble on the wire is an event. Throws UnsafeProbePlan before any socket opens,
 * and whatever `emit` or `mayProceed` throw.
 */
export async function probe(plan: ProbePlan, deps: ProbeDeps, emit: Emit): Promise<void> {
  refuseUnsafeText(plan);
  const secureContext = secureContextFor(deps.ca);
  const run = new Run(plan.limits, deps.now, deps.signal);
  const shared: Shared = {
    run,
    plan,
    deps,
    emit,
    transcriptBudget: { left: TRANSCRIPT_MAX },
    secureContext,
    slots: new Slots(CONNECTIONS_MAX),
    gate: new Gate(run, deps.mayConnect),
  };
  try {
    await (plan.hosts.length > 0 ? visitSmartHosts(shared) : visitExchangers(shared));
  } finally {
    run.close();
    deps.resolver.cancel();
  }
}

/** Each smart host gets each test message. */
function visitSmartHosts(shared: Shared): Promise<void> {
  const { hosts, recipients } = shared.plan;
  return allOf(
    hosts.map((host, index) => {
      const name = formatSmartHost(host);
      const turns = new MessageTurns(new Map(recipients.map((recipient) => [recipient, [name]])), shared.run);
      return visitHost(shared, { host, recipients }, index + 1, turns);
    }),
  );
}

/** Asks for all domains before it visits: two of them may share a server, which is visited once. */
async function visitExchangers(shared: Shared): Promise<void> {
  const { plan } = shared;
  const found = new Map<string, readonly MailExchanger[]>();
  const domains = mxDomainsOf(plan);
  const visits = allOf(
    domains.map(async (domain) => void found.set(domain, await lookUpMx(shared, domain))),
  ).then(() => visitFound(shared, found));
  const policies = allOf(domains.map((domain) => lookUpMtaSts(shared, domain)));
  await allOf([visits, policies]);
}

function visitFound(shared: Shared, found: ReadonlyMap<string, readonly MailExchanger[]>): Promise<void> {
  const { plan, run } = shared;
  const exchangersOf = (domain: string): readonly MailExchanger[] => found.get(domain) ?? [];
  const lines = plan.recipients.map((recipient) => {
    const servers = triedExchangers(exchangersOf(mailDomainOf(recipient)));
    const sent = plan.sentEarlier?.find((each) => each.recipient === recipient);
    return [recipient, sent ? [sent.host] : servers.map(({ name }) => name)] as const;
  });
  const turns = new MessageTurns(new Map(lines), run);
  return allOf(
    mailTargets(plan, exchangersOf).map((target, index) => visitHost(shared, target, index + 1, turns)),
  );
}

async function lookUpMtaSts(shared: Shared, domain: string): Promise<void> {
  const log = new StageLog(shared.run, shared.emit, { host: domain, port: SMTP_PORT });
  await log.record('mtaSts', () => findMtaSts(shared, domain));
}

async function lookUpMx({ run, emit, deps }: Shared, domain: string): Promise<readonly MailExchanger[]> {
  const log = new StageLog(run, emit, { host: domain, port: SMTP_PORT });
  const facts = await log.record('mx', async () => {
    const answer = await findExchangers(domain, deps.resolver, run);
    return answer.ok ? answer.value : { failure: answer.failure };
  });
  return 'exchangers' in facts ? facts.exchangers : [];
}
