// Where the tasks of a run stand while it goes on: what is final already, what runs, what waits for its turn.
import { ASIDES, DOMAIN_STAGES } from './observation';
import type { StageRow } from './stage-rows';
import { requiresTls } from './tls-policy';
import type { ValidationPlan } from './validation-plan';
import type { TaskState, ValidationTask } from './verdict';

/** `waiting`: its turn has not come yet. */
export type LiveTask = Omit<ValidationTask, 'state'> & Readonly<{ state: TaskState | 'running' | 'waiting' }>;

/** `tasks`, judged by what has ended so far, as a person is to see them after `stages`. */
export function toLive(
  tasks: readonly ValidationTask[],
  stages: readonly StageRow[],
  plan: ValidationPlan,
): LiveTask[] {
  const standings = new Map(
    tasks.map(({ host }) => [
      host,
      standingOf(
        stages.filter((row) => row.host === host && !DOMAIN_STAGES.has(row.stage)),
        plan,
      ),
    ]),
  );
  const standing = (host: string): Standing => standings.get(host) ?? 'waiting';
  // By MX, whether a server's failure counts is not known before the others have had their chance.
  const servers = tasks.filter(({ kind, domain }) => kind === 'connectivity' && domain !== undefined);
  const areServersDone = servers.every(({ host }) => standing(host) === 'over');
  return tasks.map((task): LiveTask => {
    if (task.kind === 'mailServers') return lookUp(task, stages);
    if (task.kind === 'refusals') return refusals(task, stages, standing(task.host));
    if (task.kind === 'connectivity') return connectivity(task, standing(task.host), areServersDone);
    return testEmail(task, stages, standing);
  });
}

/** `reached`: nothing more will be known of the way to it. `over`: nor of the mail. */
type Standing = 'waiting' | 'running' | 'reached' | 'over';

function standingOf(all: readonly StageRow[], plan: ValidationPlan): Standing {
  // What is looked up beside the dialogue has something to tell as well, but decides nothing.
  if (all.some((row) => ASIDES.has(row.stage) && !isDone(row))) return 'running';
  const stages = all.filter(({ stage }) => !ASIDES.has(stage));
  if (stages.length === 0) return 'waiting';
  if (stages.some(isFailedStart)) return 'over';
  const visits = addressesOf(stages).map((address) => stages.filter((row) => row.address === address));
  if (visits.length === 0) return 'running';
  if (visits.every(hasEnded(plan))) return 'over';
  return visits.every(hasConnected(plan)) ? 'reached' : 'running';
}

function lookUp(task: ValidationTask, stages: readonly StageRow[]): LiveTask {
  const row = stages.find((each) => isMx(each) && each.host === task.host);
  if (!row) return { ...task, state: 'waiting' };
  const policy = stages.find(({ stage, host }) => stage === 'mtaSts' && host === task.host);
  return isDone(row) && (!policy || isDone(policy)) ? task : { ...task, state: 'running' };
}

function connectivity(task: ValidationTask, standing: Standing, areServersDone: boolean): LiveTask {
  if (standing === 'waiting') return { ...task, state: 'waiting', findings: [] };
  const isReached = standing !== 'running';
  const isFinal =
    task.domain === undefined
      ? isReached || task.state === 'failed'
      : areServersDone || (isReached && task.state === 'succeeded');
  return isFinal ? task : { ...task, state: 'running' };
}

function testEmail(
  task: ValidationTask,
  all: readonly StageRow[],
  standing: (host: string) => Standing,
): LiveTask {
  const { host, recipient, servers = [host], domain } = task;
  const isByMx = domain !== undefined;
  const areKnown = !isByMx || all.some((row) => isMx(row) && row.host === host && isDone(row));
  if (areKnown && servers.every((server) => standing(server) === 'over')) return task;
  const isOurs = (row: StageRow): boolean =>
    row.check === undefined && (row.recipient === recipient || (!isByMx && row.stage === 'mailFrom'));
  const hasBegun = all.some((row) => servers.includes(row.host) && isOurs(row));
  return hasBegun ? { ...task, state: 'running' } : { ...task, state: 'waiting', findings: [] };
}

function refusals(task: ValidationTask, all: readonly StageRow[], standing: Standing): LiveTask {
  if (standing === 'over') return task;
  const hasBegun = all.some(({ host, check }) => host === task.host && check !== undefined);
  return { ...task, state: hasBegun ? 'running' : 'waiting', findings: [] };
}

const isMx = ({ stage }: StageRow): boolean => stage === 'mx';
const isDone = ({ durationMs }: StageRow): boolean => durationMs !== undefined;

/** The host never came to an address: its name was not found, or its port is not allowed. */
const isFailedStart = ({ stage, failure, address }: StageRow): boolean =>
  failure !== undefined && address === undefined && (stage === 'resolve' || stage === 'connect');

/** The addresses that the host resolved to, visited or not yet. */
function addressesOf(stages: readonly StageRow[]): (string | undefined)[] {
  const resolved = stages.find(({ stage }) => stage === 'resolve')?.addresses ?? [];
  return [...new Set([...resolved, ...stages.flatMap(({ address }) => address ?? [])])];
}

const hasConnected =
  (plan: ValidationPlan) =>
  (visit: readonly StageRow[]): boolean =>
    visit.some(({ stage }) => stage === 'mailFrom') || hasEnded(plan)(visit);

/** QUIT's answer is the last stage where all went well; else the failure is. */
const hasEnded =
  (plan: ValidationPlan) =>
  (visit: readonly StageRow[]): boolean => {
    const last = visit.at(-1);
    if (last?.durationMs === undefined) return false;
    if (last.stage === 'quit') return true;
    if (last.failure === undefined || last.stage === 'rcptTo' || last.stage === 'data') return false;
    // TLS that breaks is followed by a connection in clear text where the policy allows one.
    const isTls = last.stage === 'starttls' || last.stage === 'tls';
    return !isTls || requiresTls(plan.tls);
  };
