// What a measurement says: a line with its figures and, where the project has one, the aim it is held against.

/** `met` is absent where there is no aim. */
export type Figure = Readonly<{ name: string; value: string; aim?: string; met?: boolean }>;

/** The value that at least half, and at least 95 %, of `samples` do not exceed. Throws where there is none. */
export function spread(samples: readonly number[]): Readonly<{ median: number; p95: number }> {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
    if (value === undefined) throw new Error('There is nothing to measure.');
    return value;
  };
  return { median: at(0.5), p95: at(0.95) };
}

export const ms = (value: number): string =>
  value < 950 ? `${value.toFixed(value < 10 ? 1 : 0)} ms` : `${(value / 1000).toFixed(1)} s`;

/** Median and p95 of `samples` in milliseconds; `aimMs` is one for the p95. */
export function timed(name: string, samples: readonly number[], aimMs?: number): Figure {
  const { median, p95 } = spread(samples);
  const value = `median ${ms(median)}, p95 ${ms(p95)} (${samples.length})`;
  return { name, value, ...(aimMs !== undefined && { aim: `p95 < ${ms(aimMs)}`, met: p95 < aimMs }) };
}

/** Runs `work` and answers how long it took, in milliseconds. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const beganAt = performance.now();
  await work();
  return performance.now() - beganAt;
}

/** Prints `figures` below their title, in columns. */
export function print(title: string, figures: readonly Figure[]): void {
  const width = Math.max(0, ...figures.map(({ name }) => name.length)) + 2;
  console.log(`\n${title}`);
  for (const { name, value, aim, met } of figures) {
    const verdict = aim === undefined ? '' : `   aim ${aim}: ${met ? 'met' : 'MISSED'}`;
    console.log(`  ${name.padEnd(width)}${value}${verdict}`);
  }
}
