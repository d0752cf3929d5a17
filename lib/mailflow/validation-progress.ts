// Folds what a validation has reported so far into what a person follows: stages with their times, tasks with their
// states, transcripts. Pure, for runs that go on and for runs that have ended.
import { judge, judgeInternalFault } from './judge';
import type { Observation, TranscriptLine, ValidationEvent } from './observation';
import { requiresTls } from './tls-policy';
import type { ValidationPlan } from './validation-plan';
import type { TaskState, ValidationTask } from './verdict';

/** One stage, ended or not. Without `durationMs` it is running. */
export type StageRow = Omit<Observation, 'durationMs'> & Readonly<{ durationMs?: number }>;

export type TranscriptView = Readonly<{
  host: string;
  address: string;
  lines: readonly TranscriptLine[];
  truncated: boolean;
}>;

/** `waiting`: its turn has not come yet. */
export type LiveTask = Omit<ValidationTask, 'state'> & Readonly<{ state: TaskState | 'running' | 'waiting' }>;

export type ValidationProgress = Readonly<{
  tasks: readonly LiveTask[];
  stages: readonly StageRow[];
  transcripts: readonly TranscriptView[];
}>;

/** `isOver` for a run that reports nothing more; `internalFault` where a fault of the console's own ended it. */
export type ProgressOptions = Readonly<{ isOver: boolean; internalFault?: boolean; now: Date }>;

/** The progress of a run with `plan` after `events`, which are in the order they were reported. */
export function validationProgress(
  events: readonly ValidationEvent[],
  plan: ValidationPlan,
  { isOver, internalFault = false, now }: ProgressOptions,
): ValidationProgress {
  const stages = foldStages(events);
  const observations = events.flatMap((event) => (event.kind === 'stageEnded' ? [event] : []));
  const { tasks } = internalFault ? judgeInternalFault(plan) : judge(observations, plan, now);
  return {
    stages: isOver ? stages.filter(({ durationMs }) => durationMs !== undefined) : stages,
    transcripts: events.flatMap((event) => {
      if (event.kind !== 'transcript') return [];
      const { host, address, lines, truncated } = event;
      return [{ host, address, lines, truncated }];
    }),
    tasks: isOver ? tasks : tasks.map((task) => toLive(task, stages, plan)),
  };
}

const keyOf = ({ stage, host, address, recipient, startedAtMs }: StageRow): string =>
  JSON.stringify([host, address, stage, recipient, startedAtMs]);

/** Stages in the order they began; what ended takes the place of what began. */
function foldStages(events: readonly ValidationEvent[]): StageRow[] {
  const rows = new Map<string, StageRow>();
  for (const event of events) {
    if (event.kind === 'transcript') continue;
    const { kind: _, ...row } = event;
    rows.set(keyOf(row), row);
  }
  return [...rows.values()];
}

function toLive(task: ValidationTask, all: readonly StageRow[], plan: ValidationPlan): LiveTask {
  const stages = all.filter(({ host }) => host === task.host);
  if (stages.length === 0) return { ...task, state: 'waiting', findings: [] };
  const visits = addressesOf(stages).map((address) => stages.filter((row) => row.address === address));
  const isReached = stages.some(isFailedStart) || (visits.length > 0 && visits.every(hasConnected(plan)));
  const isAtEnd = stages.some(isFailedStart) || (visits.length > 0 && visits.every(hasEnded(plan)));
  if (task.kind === 'connectivity')
    return isReached ? task : { ...task, state: task.state === 'failed' ? 'failed' : 'running' };
  if (isAtEnd) return task;
  const hasBegun = stages.some(
    ({ stage, recipient }) => stage === 'mailFrom' || recipient === task.recipient,
  );
  return { ...task, state: hasBegun ? 'running' : 'waiting' };
}

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
