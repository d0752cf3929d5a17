// What a measurement says: a line with its figures and, where the project has one, the aim it is held against.

/** `met` is absent where there is no aim; `skipped` says that nothing was measured. */
export type Figure = Readonly<{
  name: string;
  value: string;
  aim?: string;
  met?: boolean;
  skipped?: true;
  ratio?: Ratio;
}>;

/** Ours to something of the same run, so that it says the same on any machine; bench:check compares it. */
export type Ratio = Readonly<{
  /** What is compared with what; the same in every run. */
  name: string;
  value: number;
  better: 'less' | 'more';
  /** By which share it may be worse than the committed one. */
  margin: number;
}>;

export const skipped = (name: string, why: string): Figure => ({
  name,
  value: `skipped: ${why}`,
  skipped: true,
});

/** The value that at least half, 95 % and 99 % of `samples` do not exceed. Throws where there is none. */
export function spread(samples: readonly number[]): Readonly<{ median: number; p95: number; p99: number }> {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
    if (value === undefined) throw new Error('There is nothing to measure.');
    return value;
  };
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
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

/** Runs `work` and answers this process's processor time for it, in milliseconds: what others take away does not count. */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
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
