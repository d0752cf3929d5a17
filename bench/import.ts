// Reading a tenant's file of a thousand connectors, planning it, and taking it over into an empty store. Needs no console and
// no build. Reading and planning in processor time, the least of several rounds.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSetup } from '../lib/data/mail-setup';
import { migrate } from '../lib/data/migrate';
import { openStore } from '../lib/data/store';
import { planImport } from '../lib/exchange/import-plan';
import { isTakeable } from '../lib/exchange/plan-row';
import { readExchangeFile } from '../lib/exchange/read-exchange-file';
import { INBOUND, OUTBOUND } from '../lib/exchange/records-for-tests';
import { applyImport } from '../lib/operations/apply-import';
import { fromShell } from '../lib/operations/from-shell';
import { importPlan } from '../lib/operations/import-plan';
import { readImport } from '../lib/operations/read-import';
import { readSettings } from '../lib/settings';
import { type Figure, ms, took } from './figures';

const CONNECTORS = 1_000;
const ROUNDS = 5;
/** Handing a file in until its plan is there. */
const PLAN_AIM_MS = 2_000;

/** Half of them out, half in, as Get-…Connector | ConvertTo-Json writes them. */
function tenantFile(): string {
  const numbered = (record: object, at: number) => ({
    ...record,
    Name: `Connector ${at}`,
    Identity: `Connector ${at}`,
    Guid: `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`,
  });
  const half = Array.from({ length: CONNECTORS / 2 }, (_, at) => at);
  return JSON.stringify(
    {
      OutboundConnectors: half.map((at) => numbered(OUTBOUND, at)),
      InboundConnectors: half.map((at) => numbered(INBOUND, at + CONNECTORS / 2)),
    },
    null,
    4,
  );
}

export async function importing(): Promise<Figure[]> {
  const text = tenantFile();
  const parsing = least(() => JSON.parse(text));
  const reading = least(() => readExchangeFile(text));
  const read = readExchangeFile(text);
  if (!read.ok) throw new Error(`The file is refused: ${read.refusal.code}.`);
  const { setup, taking, handing } = await takenOver(text);
  const planning = least(() => planImport(setup, read.file));
  const times = (reading / parsing).toFixed(1);
  const megabytes = (Buffer.byteLength(text) / 1_000_000).toFixed(1);
  return [
    { name: `A file of ${CONNECTORS} connectors, ${megabytes} MB: JSON.parse alone`, value: ms(parsing) },
    {
      name: '… reading it, with a line for each object',
      value: `${ms(reading)}: ${times} × JSON.parse`,
      ratio: {
        name: 'reading a tenant’s file to JSON.parse',
        value: reading / parsing,
        better: 'less',
        margin: 0.4,
      },
    },
    { name: '… planning it against the same set-up', value: ms(planning) },
    {
      name: '… handing it in until the plan is there, into an empty console',
      value: ms(handing),
      aim: `< ${ms(PLAN_AIM_MS)}`,
      met: handing < PLAN_AIM_MS,
    },
    { name: '… taking all of it over, one transaction', value: ms(taking) },
  ];
}

/** Processor time in milliseconds, warmed up. */
function least(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  });
  return Math.min(...rounds.slice(1));
}

async function takenOver(text: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-bench-'));
  await migrate({ dataDir }, () => undefined);
  const store = await openStore({ dataDir });
  try {
    const settings = readSettings({ AUTH_SECRET: 'a secret for the measurements of imports' });
    const context = fromShell({ who: null, store, settings, now: () => new Date() });
    const planned = async () => {
      const read = await readImport(context, { fileName: 'tenant.json', bytes: Buffer.from(text) });
      const plan = read.ok ? await importPlan(context, read.value) : read;
      if (!plan.ok) throw new Error(`There is no plan: ${plan.problem.kind}.`);
      return plan.value;
    };
    const handing = await took(planned);
    const { id, rows, revision } = await planned();
    const keys = rows.filter(isTakeable).map(({ key }) => key);
    const taking = await took(() => applyImport(context, { id, keys, revision, note: 'imported' }));
    return { handing, taking, setup: await readSetup(store) };
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
