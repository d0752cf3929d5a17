// Folds what a validation has reported so far into what a person follows: stages with their times, tasks with their
// states, transcripts. Pure, for runs that go on and for runs that have ended.
import { judge, judgeInternalFault } from './judge';
import type { TranscriptLine, ValidationEvent } from './observation';
import { type LiveTask, type StageRow, toLive } from './validation-live';
import type { ValidationPlan } from './validation-plan';

export type { LiveTask, StageRow };

export type TranscriptView = Readonly<{
  host: string;
  address: string;
  lines: readonly TranscriptLine[];
  truncated: boolean;
}>;

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
    tasks: isOver ? tasks : toLive(tasks, stages, plan),
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
