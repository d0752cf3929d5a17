// Turns a validation's facts into its verdict: which tasks succeeded, what went wrong, and where.
// Pure: the same facts, plan and time give the same verdict, so old facts can be judged again.
import { judgeFailure } from './judge-failure';
import { stateOf, toFinding } from './judge-note';
import {
  type AddressVisit,
  type Delivery,
  judgeConnection,
  judgeDeliveries,
  visitsOf,
  wasGreeted,
} from './judge-visit';
import type { Observation } from './observation';
import { formatSmartHost, type SmartHost } from './smart-host';
import type { ValidationPlan } from './validation-plan';
import type { TaskState, ValidationTask, Verdict, VerdictFinding } from './verdict';

/**
 * The verdict over `observations` at `now`. A host succeeds where every address that it resolves to satisfied the
 * demand, since mail goes to any of them. The run failed where a task failed; it is inconclusive where none failed and
 * not all succeeded.
 */
export function judge(observations: readonly Observation[], plan: ValidationPlan, now: Date): Verdict {
  const byHost = plan.hosts.map((host) => judgeHost(observations, host, plan, now));
  const tasks = [
    ...byHost.map(({ connectivity }) => connectivity),
    ...byHost.flatMap(({ testEmails }) => testEmails),
  ];
  return { outcome: outcomeOf(tasks), tasks };
}

/** The verdict of a run that ended through a fault of the console's own: nothing is known, nothing is held against a host. */
export function judgeInternalFault(plan: ValidationPlan): Verdict {
  const tasks = plan.hosts.map((host): ValidationTask => {
    const at = { stage: 'resolve', host: formatSmartHost(host), port: host.port } as const;
    const finding = toFinding({ code: 'internal' }, { ...at, startedAtMs: 0, durationMs: 0 });
    return { kind: 'connectivity', host: at.host, state: 'inconclusive', findings: [finding] };
  });
  const untried = plan.hosts.flatMap((host) =>
    plan.recipients.map((recipient) => testEmailTask(formatSmartHost(host), recipient, [])),
  );
  return { outcome: 'inconclusive', tasks: [...tasks, ...untried] };
}

function outcomeOf(tasks: readonly ValidationTask[]): Verdict['outcome'] {
  const states = new Set<TaskState>(tasks.map(({ state }) => state));
  if (states.has('failed')) return 'failed';
  return states.has('inconclusive') || states.has('notRun') ? 'inconclusive' : 'passed';
}

function judgeHost(all: readonly Observation[], host: SmartHost, plan: ValidationPlan, now: Date) {
  const name = formatSmartHost(host);
  const observations = all.filter((at) => at.host === name);
  const visits = visitsOf(observations);
  const connectivity: ValidationTask = {
    kind: 'connectivity',
    host: name,
    ...judgeReach(observations, visits, host, plan, now),
  };
  const deliveries = visits.flatMap((visit) => judgeDeliveries(visit, plan));
  const testEmails = plan.recipients.map((recipient) =>
    testEmailTask(
      name,
      recipient,
      deliveries.filter((delivery) => delivery.recipient === recipient),
    ),
  );
  return { connectivity, testEmails };
}

function judgeReach(
  observations: readonly Observation[],
  visits: readonly AddressVisit[],
  host: SmartHost,
  { tls }: ValidationPlan,
  now: Date,
): Pick<ValidationTask, 'state' | 'findings'> {
  // What happened before any address: resolving, and a port that may not be used.
  const before = observations.flatMap((at) => {
    const note = at.address === undefined ? judgeFailure(at) : undefined;
    return note ? [toFinding(note, at)] : [];
  });
  const judged = visits.map((visit) => {
    const hasOthers = visits.some((other) => other !== visit && wasGreeted(other));
    return { visit, findings: judgeConnection(visit, host, tls, { hasOthers, now }) };
  });
  const findings = [
    ...before,
    ...onceForAll(
      judged.flatMap((each) => each.findings),
      visits.length,
    ),
  ];
  if (findings.length === 0 && !visits.some(wasGreeted)) return { state: 'notRun', findings };
  return { state: stateOf(findings), findings: [...findings, ...disagreement(judged)] };
}

/** Says which addresses work where others don't: mail would fail now and then, and that is hard to see. */
function disagreement(
  judged: readonly Readonly<{ visit: AddressVisit; findings: readonly VerdictFinding[] }>[],
): VerdictFinding[] {
  const failing = judged.filter(({ findings }) => stateOf(findings) === 'failed');
  const working = judged.filter(({ findings }) => stateOf(findings) === 'succeeded');
  const [at] = failing[0]?.visit.stages ?? [];
  if (!at || working.length === 0) return [];
  const list = (some: typeof judged): string => some.map(({ visit }) => visit.address).join(', ');
  const params = { failing: list(failing), working: list(working) };
  const { address: _, ...place } = at;
  return [toFinding({ code: 'addressesDisagree', params }, place)];
}

function testEmailTask(host: string, recipient: string, deliveries: readonly Delivery[]): ValidationTask {
  const visits = deliveries.filter(({ tried }) => tried).length;
  const findings = onceForAll(
    deliveries.flatMap((delivery) => delivery.findings),
    visits,
  );
  const isProven = deliveries.some(({ sent }) => sent);
  const state = findings.length > 0 || isProven ? stateOf(findings) : 'notRun';
  return { kind: 'testEmail', host, recipient, state, findings };
}

/** What every one of several addresses shows is said once, without an address. */
function onceForAll(findings: readonly VerdictFinding[], addresses: number): VerdictFinding[] {
  if (addresses < 2) return [...findings];
  const keyOf = ({ address: _, ...rest }: VerdictFinding): string => JSON.stringify(rest);
  const count = new Map<string, number>();
  for (const finding of findings) count.set(keyOf(finding), (count.get(keyOf(finding)) ?? 0) + 1);
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    const key = keyOf(finding);
    if (count.get(key) !== addresses) return [finding];
    if (seen.has(key)) return [];
    seen.add(key);
    const { address: _, ...shared } = finding;
    return [shared];
  });
}
