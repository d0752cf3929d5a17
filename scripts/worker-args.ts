/**
 * How Node runs the worker. It makes many short-lived objects, and by default Node takes more memory rather than look for
 * them often: with a small nursery it peaked at 280 MB where it had taken 312 to 329 MB.
 */
export const WORKER_ARGS: readonly string[] = [
  '--max-semi-space-size=4',
  ...['--import', 'tsx', 'worker/main.ts'],
];
