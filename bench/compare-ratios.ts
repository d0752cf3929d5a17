// Holds the ratios of a run against the committed ones: worse by more than the stated margin is a step back.
import type { Ratio } from './figures';
import type { MeasuredPart } from './report';

export type Compared = Readonly<{
  name: string;
  committed: number;
  /** Absent where this run could not measure it. */
  now?: number;
  /** The worst value that passes. */
  limit: number;
  verdict: 'kept' | 'worse' | 'skipped';
}>;

export const ratiosIn = (parts: readonly MeasuredPart[]): Ratio[] =>
  parts.flatMap(({ figures }) => figures.flatMap(({ ratio }) => ratio ?? []));

/** One row for each committed ratio. The margins are those of the code that measures now, where it does. */
export function compareRatios(committed: readonly Ratio[], now: readonly Ratio[]): Compared[] {
  return committed.map((old): Compared => {
    const found = now.find(({ name }) => name === old.name);
    const { better, margin } = found ?? old;
    const limit = better === 'less' ? old.value * (1 + margin) : old.value / (1 + margin);
    const row = { name: old.name, committed: old.value, limit };
    if (!found) return { ...row, verdict: 'skipped' };
    const isWorse = better === 'less' ? found.value > limit : found.value < limit;
    return { ...row, now: found.value, verdict: isWorse ? 'worse' : 'kept' };
  });
}

/** Of two runs the better value of each: what another program takes away makes nothing faster. */
export function bestOf(first: readonly Ratio[], second: readonly Ratio[]): Ratio[] {
  const merged = new Map(first.map((ratio) => [ratio.name, ratio]));
  for (const ratio of second) {
    const before = merged.get(ratio.name);
    const isBetter =
      !before || (ratio.better === 'less' ? ratio.value < before.value : ratio.value > before.value);
    if (isBetter) merged.set(ratio.name, ratio);
  }
  return [...merged.values()];
}

const shown = (value: number): string => value.toFixed(2);

export const comparedLine = ({ name, committed, now, limit, verdict }: Compared): string =>
  now === undefined
    ? `  ${name}: skipped, ${shown(committed)} is committed`
    : `  ${name}: ${shown(now)}, ${shown(committed)} is committed, ${shown(limit)} passes: ${verdict}`;
