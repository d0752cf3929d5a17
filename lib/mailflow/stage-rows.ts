// The stages of a run as rows: what began and has not ended is running. Small, as browsers load it to follow a run.
import type { Observation, ValidationEvent } from './observation';

/** One stage, ended or not. Without `durationMs` it is running. */
export type StageRow = Omit<Observation, 'durationMs'> & Readonly<{ durationMs?: number }>;

/** Tells a stage from all others of its run; the same before and after it has ended. */
export const stageKey = ({ stage, host, address, recipient, startedAtMs }: StageRow): string =>
  JSON.stringify([host, address, stage, recipient, startedAtMs]);

/** Stages in the order they began; what ended takes the place of what began. */
export function foldStages(events: readonly ValidationEvent[]): StageRow[] {
  const stages = events.flatMap((event): StageRow[] => {
    if (event.kind === 'transcript') return [];
    const { kind: _, ...row } = event;
    return [row];
  });
  return mergeStages([], stages);
}

/** `rows` with `news` behind them, or in the place of what they are news of. */
export const mergeStages = (rows: readonly StageRow[], news: readonly StageRow[]): StageRow[] => [
  ...new Map([...rows, ...news].map((row) => [stageKey(row), row])).values(),
];
