// Keeps a program running: started again when it ends, later and later while it ends at once.
import { setTimeout as delay } from 'node:timers/promises';
import { type ChildOptions, exitOf, startChild } from './children';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A program that lived so long begins with the first pause again. */
const HEALTHY_MS = 60_000;

/** Runs `args` for as long as this process lives. Answers never. */
export async function keepRunning(
  name: string,
  args: readonly string[],
  options: ChildOptions,
): Promise<never> {
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    const startedAt = performance.now();
    const code = await exitOf(startChild(args, options));
    if (performance.now() - startedAt > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS;
    console.error(`The ${name} ended with code ${code} and starts again in ${pauseMs / 1000} s.`);
    await delay(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
