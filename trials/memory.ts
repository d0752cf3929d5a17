// The memory of processes over time, and whether it grows. Only Linux tells it; elsewhere nothing is known, and that is said.
import { readdir, readFile } from 'node:fs/promises';

export type MemorySample = Readonly<{ atMs: number; megabytes: number }>;

/** `name` is `server` or `worker`. */
export type Watched = Readonly<{ name: string; pid: number }>;

/** The server and the worker of the console whose data lies in `dataDir`. Empty where the system does not tell. */
export async function processesOf(dataDir: string): Promise<Watched[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid): Promise<Watched[]> => {
      const [environment, command] = await Promise.all(
        ['environ', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
      );
      if (!environment?.split('\0').includes(`DATA_DIR=${dataDir}`)) return [];
      const name = command?.includes('worker/main.ts')
        ? 'worker'
        : /next-server|serve\.ts/.test(command ?? '')
          ? 'server'
          : undefined;
      return name === undefined ? [] : [{ name, pid: Number(pid) }];
    }),
  );
  return found.flat();
}

/** What the process has in memory now, in megabytes; undefined where it is gone. */
export async function residentMb(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
}

export type Trend = Readonly<{ meanMb: number; perMinuteMb: number; minutes: number }>;

/** The straight line through the samples that is nearest to all (least squares). Throws where there are fewer than two. */
export function trendOf(samples: readonly MemorySample[]): Trend {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || first === last) throw new Error('Two samples make a line.');
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const minutes = samples.map(({ atMs }) => (atMs - first.atMs) / 60_000);
  const sizes = samples.map(({ megabytes }) => megabytes);
  const [middle, meanMb] = [mean(minutes), mean(sizes)];
  const spreadOfTime = mean(minutes.map((minute) => (minute - middle) ** 2));
  const together = mean(
    samples.map(({ megabytes }, at) => ((minutes[at] ?? 0) - middle) * (megabytes - meanMb)),
  );
  return { meanMb, perMinuteMb: together / spreadOfTime, minutes: (last.atMs - first.atMs) / 60_000 };
}

/** What a line may rise, from its first sample to its last, to be called flat: garbage is collected when there is need. */
export const FLAT_SHARE = 0.1;

export const isFlat = ({ meanMb, perMinuteMb, minutes }: Trend): boolean =>
  perMinuteMb * minutes <= FLAT_SHARE * meanMb;
