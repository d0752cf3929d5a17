// As many requests as a number of clients can make, each waiting for its answer before it asks again.
import { spread } from '../bench/figures';

export type Hammered = Readonly<{
  perSecond: number;
  p95Ms: number;
  p99Ms: number;
  medianMs: number;
  count: number;
}>;

/** Warms up for a fifth of `durationMs` first. Throws what `request` throws: a wrong answer is no answer. */
export async function hammer(
  request: () => Promise<void>,
  { clients, durationMs }: Readonly<{ clients: number; durationMs: number }>,
): Promise<Hammered> {
  await during(request, clients, durationMs / 5);
  const beganAt = performance.now();
  const samples = await during(request, clients, durationMs);
  const elapsedMs = performance.now() - beganAt;
  const { median, p95, p99 } = spread(samples);
  const perSecond = (samples.length / elapsedMs) * 1_000;
  return { perSecond, medianMs: median, p95Ms: p95, p99Ms: p99, count: samples.length };
}

async function during(request: () => Promise<void>, clients: number, durationMs: number): Promise<number[]> {
  const samples: number[] = [];
  const until = performance.now() + durationMs;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const beganAt = performance.now();
      await request();
      samples.push(performance.now() - beganAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return samples;
}
