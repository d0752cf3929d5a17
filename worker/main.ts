// The clock beside the server: runs the validations that are due until it is told to stop. Any number may run at once.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { openStore } from '../lib/data/store';
import { log } from '../lib/log';
import { startTracing, tracingWanted } from '../lib/observe/tracing';
import { runDueValidations } from '../lib/operations/run-due-validations';
import { settings } from '../lib/settings';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const { worker } = settings();
// One name for one life: a worker that is started again must not take up what its former self had claimed.
const owner = `${hostname()}/${process.pid}/${randomUUID()}`;
const sendSpans = tracingWanted(process.env) ? await startTracing('mailspan-worker') : undefined;
const store = await openStore(settings());
const { openWatch } = worker.port === undefined ? {} : await import('./worker-watch');
const opened = await openWatch?.(settings(), () => new Date());
log.info({ owner, concurrency: worker.concurrency }, 'worker started');
try {
  await runDueValidations({
    store,
    settings: settings(),
    now: () => new Date(),
    signal: stop.signal,
    owner,
    concurrency: worker.concurrency,
    ...(opened && { watch: opened.watch }),
  });
  log.info({ owner }, 'worker stopped');
} catch (error) {
  log.fatal({ owner, err: error }, 'worker failed');
  process.exitCode = 1;
} finally {
  opened?.close();
  await Promise.all([store.close(), sendSpans?.()]);
}
