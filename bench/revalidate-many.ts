// One worker, in a process of its own, validates many connectors of two smart hosts each: how long, and how much memory.
// Every server has an address in a network of its own, so that the budgets of addresses are asked and hold nobody back.
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startFakeDns } from '../e2e/support/smart-hosts/fake-dns';
import { insertConnector } from '../lib/data/connectors';
import { migrate } from '../lib/data/migrate';
import { openStore, type Store } from '../lib/data/store';
import { insertRun } from '../lib/data/validation-runs';
import type { OutboundConnector } from '../lib/mailflow/connector';
import { fingerprint, planOf } from '../lib/mailflow/fingerprint';
import { startChild } from '../scripts/children';
import { WORKER_ARGS } from '../scripts/worker-args';
import { type Figure, ms } from './figures';
import { connectorNumber } from './many-connectors';
import { withSlowServer } from './with-slow-server';

const CONNECTORS = 1_000;
const BATCH = 250;
const POLL_MS = 200;
const LIMIT_MS = 600_000;
const AIM_MB = 300;
const BY = { createdById: 'bench', createdByName: 'Bench' } as const;
const redirect = new URL('../e2e/support/smart-hosts/redirect-mx.mjs', import.meta.url).href;

/** The names and addresses of both servers of connector number `index`. */
const serversOf = (index: number) =>
  ['a', 'b'].map((letter, place) => {
    const number = 2 * index + place;
    const address = `10.${Math.floor(number / 250)}.${number % 250}.25`;
    return { name: `${letter}.branch-${index}.contoso.com`, address };
  });
const SERVERS = Array.from({ length: CONNECTORS }, (_, index) => serversOf(index)).flat();

export function revalidateMany(): Promise<Figure[]> {
  return withSlowServer(0, async ({ port, root }) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-bench-'));
    const dns = await startFakeDns(
      Object.fromEntries(SERVERS.map(({ name, address }) => [name, { A: [address] }])),
    );
    await writeFile(join(dataDir, 'root.pem'), root);
    await migrate({ dataDir }, () => undefined);
    const store = await openStore({ dataDir });
    try {
      for (let from = 0; from < CONNECTORS; from += BATCH) await queue(store, from);
      return await work(store, {
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        LOG_LEVEL: 'warn',
        NODE_EXTRA_CA_CERTS: join(dataDir, 'root.pem'),
        NODE_OPTIONS: `--import=${redirect}`,
        MX_LAB_PORTS: JSON.stringify(Object.fromEntries(SERVERS.map(({ address }) => [address, port]))),
        PROBE_DNS_SERVERS: dns.server,
      });
    } finally {
      await store.close();
      await dns.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
}

async function queue(store: Store, from: number): Promise<void> {
  await store.write(async (tx) => {
    for (let index = from; index < from + BATCH; index += 1) {
      const [first, ...others] = serversOf(index).map(
        ({ name }) => ({ kind: 'name', host: name, port: 25 }) as const,
      );
      if (!first) continue;
      const connector: OutboundConnector = {
        ...connectorNumber(index),
        delivery: { by: 'smartHosts', hosts: [first, ...others] },
      };
      const plan = planOf(connector);
      const tested = fingerprint(plan);
      const at = new Date();
      const made = { connector, fingerprint: tested, createdAt: at, ...BY, failureAcknowledged: false };
      const connectorId = await insertConnector(tx, made);
      const asked = { requestedById: 'bench', requestedByName: 'Bench', requestedAt: at };
      await insertRun(tx, { connectorId, fingerprint: tested, plan, ...asked });
    }
  });
}

async function work(store: Store, env: Readonly<Record<string, string>>): Promise<Figure[]> {
  const worker = startChild(WORKER_ARGS, { env });
  try {
    const until = performance.now() + LIMIT_MS;
    while ((await store.client.validationRun.count({ where: { state: 'finished' } })) < CONNECTORS) {
      if (performance.now() > until) throw new Error('The validations do not come to an end.');
      await pause(POLL_MS);
    }
    const peakMb = await peakMemoryMb(worker.pid);
    const passed = await store.client.validationRun.count({ where: { outcome: 'passed' } });
    if (passed < CONNECTORS) throw new Error(`Only ${passed} of ${CONNECTORS} validations passed.`);
    const { _min, _max } = await store.client.validationRun.aggregate({
      _min: { startedAt: true },
      _max: { finishedAt: true },
    });
    const tookMs = (_max.finishedAt?.getTime() ?? 0) - (_min.startedAt?.getTime() ?? 0);
    return [
      {
        name: `${CONNECTORS.toLocaleString('en')} connectors × 2 servers, one worker`,
        value: `${ms(tookMs)}, ${((2_000 * CONNECTORS) / tookMs).toFixed(0)} servers a second`,
      },
      {
        name: '  its memory at most (RSS)',
        value: peakMb === undefined ? 'skipped: only Linux tells' : `${peakMb.toFixed(0)} MB`,
        ...(peakMb === undefined ? { skipped: true } : { aim: `< ${AIM_MB} MB`, met: peakMb < AIM_MB }),
      },
    ];
  } finally {
    worker.kill();
    await once(worker, 'exit');
  }
}

/** The most memory that a living process has had at once, as Linux keeps it. */
async function peakMemoryMb(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
