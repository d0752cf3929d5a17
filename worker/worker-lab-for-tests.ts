// Worker processes, as a service manager starts them, on a store of their own, with one smart host that plays a script.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRawHost } from '../e2e/support/smart-hosts/raw-host';
import type { Script } from '../e2e/support/smart-hosts/raw-scripts';
import type { ReceivedMessage } from '../e2e/support/smart-hosts/received-message';
import { testCa } from '../e2e/support/smart-hosts/test-ca';
import { freshStore, type TestEngine } from '../lib/data/engines-for-tests';
import { eventsAfter, findRun, insertRun, type ValidationRun } from '../lib/data/validation-runs';
import { fingerprint } from '../lib/mailflow/fingerprint';
import type { ValidationEvent } from '../lib/mailflow/observation';
import type { SmartHost } from '../lib/mailflow/smart-host';
import type { ValidationPlan } from '../lib/mailflow/validation-plan';

const root = resolve(import.meta.dirname, '..');
const redirect = new URL('../e2e/support/smart-hosts/redirect-mx.mjs', import.meta.url).href;

/** An address of somebody else's, for budgets: its port 25 leads to the smart host. */
export const ELSEWHERE: SmartHost = { kind: 'ipv4', host: '10.25.0.25', port: 25 };

export type WorkerLab = Awaited<ReturnType<typeof workerLab>>;

export async function workerLab(engine: TestEngine, script: Script) {
  const store = await freshStore(engine);
  const received: ReceivedMessage[] = [];
  const { server, close } = createRawHost(
    script,
    await (await testCa()).issue('valid', ['mx.demo.test']),
    received,
  );
  const connections = { open: 0, most: 0, all: 0 };
  server.on('connection', (socket) => {
    connections.all += 1;
    connections.open += 1;
    connections.most = Math.max(connections.most, connections.open);
    socket.on('close', () => {
      connections.open -= 1;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    await close();
    await store.close();
  });

  const here: SmartHost = { kind: 'ipv4', host: '127.0.0.1', port };
  const request = (recipients: readonly string[], host: SmartHost = here): Promise<string> => {
    const plan: ValidationPlan = { hosts: [host], tls: { level: 'opportunistic' }, recipients };
    const requested = { requestedById: 'ada', requestedByName: 'Ada', requestedAt: new Date() };
    return insertRun(store, { fingerprint: fingerprint(plan), plan, ...requested });
  };
  const runOf = async (id: string): Promise<ValidationRun> => {
    const run = await findRun(store, id);
    if (!run) throw new Error(`There is no run ${id}.`);
    return run;
  };
  const eventsOf = async (id: string): Promise<ValidationEvent[]> =>
    (await eventsAfter(store, id, 0)).map(({ event }) => event);

  /** Starts a worker's process and waits until it is at work. */
  const startWorker = async (env: Readonly<Record<string, string>> = {}): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: store.location.dataDir || '/nowhere',
        DATABASE_URL: store.location.databaseUrl ?? '',
        LOG_LEVEL: 'info',
        NODE_OPTIONS: `--import=${redirect}`,
        MX_LAB_PORTS: JSON.stringify({ [ELSEWHERE.host]: port }),
        PROBE_ALLOW_LOOPBACK: 'true',
        PROBE_PORTS: String(port),
        WORKER_POLL_MS: '50',
        WORKER_LEASE_MS: '2000',
        SHUTDOWN_GRACE_MS: '300',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    });
    await isAtWork(child);
    return child;
  };
  return { store, received, connections, request, runOf, eventsOf, startWorker };
}

/** Sends `signal` and waits for the end; answers the exit code, or null where the signal ended it. */
export async function endWorker(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code;
}

function isAtWork(child: ChildProcess): Promise<void> {
  let printed = '';
  return new Promise((done, fail) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes('worker started')) done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => fail(new Error(`The worker ended with code ${code}:\n${printed}`)));
  });
}
