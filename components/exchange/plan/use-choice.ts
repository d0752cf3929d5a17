// Which rows of a plan are to be taken over: on all of its pages, and kept while the plan is read again.
import { useState } from 'react';
import type { PlanLine } from './plan-line';

export const isTakeable = ({ result }: PlanLine): boolean => result === 'added' || result === 'changed';

/** Taking it over would undo what somebody changed here after the last import: nobody's choice but the reader's. */
export const overwrites = ({ result, moved }: PlanLine): boolean =>
  result === 'changed' && (moved === 'here' || moved === 'both');

export type Choice = Readonly<{
  chosen: readonly PlanLine[];
  has: (key: string) => boolean;
  set: (keys: readonly string[], chosen: boolean) => void;
}>;

/** At first all that is new or changed, but for what was changed here meanwhile. */
export function useChoice(lines: readonly PlanLine[]): Choice {
  // What the reader has decided, by key; the rest is as it was offered.
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (line: PlanLine) => isTakeable(line) && (decided.get(line.key) ?? !overwrites(line));
  const chosen = lines.filter(isChosen);
  const keys = new Set(chosen.map(({ key }) => key));
  return {
    chosen,
    has: (key) => keys.has(key),
    set: (changed, on) => setDecided(new Map([...decided, ...changed.map((key) => [key, on] as const)])),
  };
}
