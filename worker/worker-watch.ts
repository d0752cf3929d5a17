// What a worker tells monitoring, where WORKER_PORT says that it shall.
import { log } from '../lib/log';
import { createWorkerMetrics } from '../lib/observe/worker-metrics';
import type { WorkerWatch } from '../lib/operations/run-due-validations';
import type { Settings } from '../lib/settings';
import { openWorkerDoor } from './worker-server';

/** Longer without an answer from the queue than any wait between two looks: something is wrong with the database. */
const SILENT_MS = 15_000;

/** Opens the door. One that is taken, by another worker of this machine, is said once: validations matter more. */
export async function openWatch(
  { hostname, metricsToken: token, worker }: Settings,
  now: () => Date,
): Promise<{ watch: WorkerWatch; close: () => void }> {
  const metrics = createWorkerMetrics();
  metrics.countProcess();
  let lookedAt = now().getTime();
  const { port = 0, concurrency } = worker;
  let open = 0;
  // A worker with all hands full does not look for more.
  const isAtWork = (): boolean =>
    open >= concurrency || now().getTime() - lookedAt < SILENT_MS + worker.pollMs;
  const door = await openWorkerDoor({ port, hostname, token, metrics, isAtWork }).catch((error: unknown) => {
    log.warn({ err: error, port }, 'WORKER_PORT is taken: this worker can not be monitored');
  });
  return {
    watch: {
      queueFailed: metrics.queueFailed,
      looked: (at) => {
        lookedAt = at.getTime();
        metrics.looked(at);
      },
      runBegan: () => {
        open += 1;
        metrics.runBegan();
      },
      runEnded: (outcome, ms) => {
        open -= 1;
        metrics.runEnded(outcome, ms);
      },
    },
    close: () => door?.close(),
  };
}
