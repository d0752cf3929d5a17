// A worker's counters for Prometheus. Labels are outcomes, and never an id.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

const RUN_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

/** What one worker counts. */
export function createWorkerMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const runs = new Histogram({
    name: 'mailspan_validation_duration_seconds',
    help: 'Validations that this worker ended, from its claim.',
    labelNames: ['outcome'] as const,
    buckets: RUN_SECONDS,
    registers,
  });
  const open = new Gauge({
    name: 'mailspan_validations_open',
    help: 'Validations that this worker runs now.',
    registers,
  });
  const looks = new Gauge({
    name: 'mailspan_worker_last_look_timestamp_seconds',
    help: 'When this worker last asked the queue for work and was answered.',
    registers,
  });
  const troubles = new Counter({
    name: 'mailspan_worker_queue_errors_total',
    help: 'How often this worker could not read the queue.',
    registers,
  });
  return {
    registry,
    /** Node.js's own figures beside them: memory, processor, event loop. */
    countProcess: (): void => collectDefaultMetrics({ register: registry }),
    runBegan: (): void => open.inc(),
    runEnded: (outcome: string, ms: number): void => {
      open.dec();
      runs.observe({ outcome }, ms / 1000);
    },
    looked: (at: Date): void => looks.set(at.getTime() / 1000),
    queueFailed: (): void => troubles.inc(),
  };
}
