// Folds what a validation has reported so far into what a person follows: stages with their times, tasks with their
// states, transcripts. Pure, for runs that go on and for runs that have ended.
import { judge, judgeInternalFault } from './judge';
import type { TranscriptLine, ValidationEvent } from './observation';
import { type Rejudgement, rejudgement } from './rejudgement';
import { foldStages, type StageRow } from './stage-rows';
import { type LiveTask, toLive } from './validation-live';
import type { ValidationPlan } from './validation-plan';
import type { Verdict } from './verdict';

export type { LiveTask, StageRow };

export type TranscriptView = Readonly<{
  host: string;
  address: string;
  lines: readonly TranscriptLine[];
  truncated: boolean;
}>;

/** Of a finished run, `tasks` are what was recorded; `today` is there where today's rules say something else. */
export type ValidationProgress = Readonly<{
  tasks: readonly LiveTask[];
  today?: Rejudgement;
  stages: readonly StageRow[];
  transcripts: readonly TranscriptView[];
}>;

/**
 * `isOver` for a run that reports nothing more; `internalFault` where a fault of the console's own ended it; `recorded`
 * is the verdict that it ended with.
 */
export type ProgressOptions = Readonly<{
  isOver: boolean;
  internalFault?: boolean;
  recorded?: Verdict | undefined;
  now: Date;
}>;

/** The progress of a run with `plan` after `events`, which are in the order they were reported. */
export function validationProgress(
  events: readonly ValidationEvent[],
  plan: ValidationPlan,
  { isOver, internalFault = false, recorded, now }: ProgressOptions,
): ValidationProgress {
  const stages = foldStages(events);
  const observations = events.flatMap((event) => (event.kind === 'stageEnded' ? [event] : []));
  const verdict = internalFault ? judgeInternalFault(plan) : judge(observations, plan, now);
  const today = isOver && recorded ? rejudgement(recorded, verdict) : undefined;
  return {
    stages: isOver ? stages.filter(({ durationMs }) => durationMs !== undefined) : stages,
    transcripts: events.flatMap((event) => {
      if (event.kind !== 'transcript') return [];
      const { host, address, lines, truncated } = event;
      return [{ host, address, lines, truncated }];
    }),
    tasks: isOver ? (recorded ?? verdict).tasks : toLive(verdict.tasks, stages, plan),
    ...(today && { today }),
  };
}
