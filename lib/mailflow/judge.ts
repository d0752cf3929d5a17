// Turns a validation's facts into its verdict: which tasks succeeded, what went wrong, and where.
// Pure: the same facts, plan and time give the same verdict, so old facts can be judged again.
import { EXCHANGE_REPLIES } from './exchange-reply';
import { judgeMail, judgeReach, observationsOf } from './judge-host';
import { judgeByMx } from './judge-mx';
import { toFinding } from './judge-note';
import { judgeRefusals } from './judge-refusals';
import { judgeDeliveries } from './judge-visit';
import type { Observation } from './observation';
import { retryAt } from './retry-at';
import { formatSmartHost, SMTP_PORT, type SmartHost } from './smart-host';
import { lastAsked, type ValidationPlan } from './validation-plan';
import type { TaskState, ValidationTask, Verdict, VerdictFinding } from './verdict';

/**
 * The verdict over `observations` at `now`. A smart host succeeds where every address that it resolves to satisfied the
 * demand, since mail goes to any of them; what MX records name is judged by judgeByMx. The run failed where a task
 * failed; it is inconclusive where none failed and not all were done. Of what servers accept and refuse beside that, only an
 * open relay counts: the rest does not say whether mail arrives.
 */
export function judge(observations: readonly Observation[], plan: ValidationPlan, now: Date): Verdict {
  const tasks =
    plan.hosts.length > 0 ? judgeHosts(observations, plan, now) : judgeByMx(observations, plan, now);
  return verdictOf(
    tasks.map((task) => ({ ...task, findings: task.findings.map((finding) => withAdvice(finding, now)) })),
  );
}

/** What follows from the finding itself: when to try again, and how Exchange Online calls what would stop its mail. */
function withAdvice(finding: VerdictFinding, now: Date): VerdictFinding {
  const retry = retryAt(finding, now)?.toISOString();
  const exchangeReply = finding.severity === 'error' ? EXCHANGE_REPLIES[finding.code] : undefined;
  return { ...finding, ...(retry && { retryAt: retry }), ...(exchangeReply && { exchangeReply }) };
}

/** The verdict of a run that ended through a fault of the console's own: nothing is known, nothing is held against a host. */
export function judgeInternalFault(plan: ValidationPlan): Verdict {
  const untried = (task: Omit<ValidationTask, 'state' | 'findings'>, port: number): ValidationTask => {
    const stage = task.kind === 'mailServers' ? 'mx' : 'resolve';
    const place = { stage, host: task.host, port, startedAtMs: 0, durationMs: 0 } as const;
    return { ...task, state: 'inconclusive', findings: [toFinding({ code: 'internal' }, place)] };
  };
  if (plan.hosts.length === 0)
    return verdictOf(
      judgeByMx([], plan, new Date(0)).map((task) =>
        task.kind === 'mailServers' ? untried(task, SMTP_PORT) : task,
      ),
    );
  const reach = plan.hosts.map((host) =>
    untried({ kind: 'connectivity', host: formatSmartHost(host) }, host.port),
  );
  const mail = plan.hosts.flatMap((host) =>
    plan.recipients.map(
      (recipient): ValidationTask => ({
        kind: 'testEmail',
        host: formatSmartHost(host),
        recipient,
        state: 'notRun',
        findings: [],
      }),
    ),
  );
  const refusals = plan.checkRefusals
    ? plan.hosts.map(
        (host): ValidationTask => ({
          kind: 'refusals',
          host: formatSmartHost(host),
          state: 'notRun',
          findings: [],
        }),
      )
    : [];
  return verdictOf([...reach, ...mail, ...refusals]);
}

const verdictOf = (tasks: readonly ValidationTask[]): Verdict => ({ outcome: outcomeOf(tasks), tasks });

function outcomeOf(tasks: readonly ValidationTask[]): Verdict['outcome'] {
  if (tasks.some(({ state }) => state === 'failed')) return 'failed';
  const states = new Set<TaskState>(tasks.flatMap(({ kind, state }) => (kind === 'refusals' ? [] : [state])));
  // Nothing was to be done, so nothing is proven.
  if (states.size === 0) return 'inconclusive';
  return states.has('inconclusive') || states.has('notRun') ? 'inconclusive' : 'passed';
}

function judgeHosts(observations: readonly Observation[], plan: ValidationPlan, now: Date): ValidationTask[] {
  const byHost = plan.hosts.map((host) => judgeHost(observations, host, plan, now));
  return [
    ...byHost.map(({ connectivity }) => connectivity),
    ...byHost.flatMap(({ testEmails }) => testEmails),
    ...byHost.flatMap(({ refusals }) => refusals),
  ];
}

function judgeHost(all: readonly Observation[], host: SmartHost, plan: ValidationPlan, now: Date) {
  const name = formatSmartHost(host);
  const { state, findings, visits } = judgeReach(observationsOf(all, host), host, plan.tls, now);
  const connectivity: ValidationTask = { kind: 'connectivity', host: name, state, findings };
  const deliveries = visits.flatMap((visit) => judgeDeliveries(visit, plan.recipients, lastAsked(plan)));
  const testEmails = plan.recipients.map((recipient): ValidationTask => {
    const { taken: _, ...mail } = judgeMail(deliveries, recipient);
    return { kind: 'testEmail', host: name, recipient, ...mail };
  });
  const refusals: ValidationTask[] = plan.checkRefusals
    ? [{ kind: 'refusals', host: name, ...judgeRefusals(visits) }]
    : [];
  return { connectivity, testEmails, refusals };
}
