// What a hundred times as many connectors cost the list: its operation at 100 and at 10,000, in one store. Needs no build.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../lib/data/migrate';
import { openStore } from '../lib/data/store';
import { readListView } from '../lib/operations/connector-list-query';
import type { OperationContext } from '../lib/operations/context';
import { connectorPage } from '../lib/operations/list-connectors';
import { readSettings } from '../lib/settings';
import { type Figure, ms, processorTime } from './figures';
import { addConnectors } from './many-connectors';

const FEW = 100;
const MANY = 10_000;
const TIMES = 40;
const ROUNDS = 8;
/** A list that reads every row is twenty times as slow and more; other programs alone, by what they take of the caches, twice. */
const MARGIN = 1.5;
const WHO = {
  userId: 'bench',
  name: 'Bench',
  email: 'bench@contoso.test',
  role: 'admin',
  sessionId: 'b',
} as const;

export async function listScale(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-bench-'));
  await migrate({ dataDir }, () => undefined);
  const store = await openStore({ dataDir });
  try {
    const settings = readSettings({ AUTH_SECRET: 'a secret for the measurements of the list' });
    const context: OperationContext = { who: WHO, store, settings, now: () => new Date() };
    await addConnectors({ store }, FEW);
    const few = await firstPage(context);
    await addConnectors({ store }, MANY, FEW);
    const many = await firstPage(context);
    return [
      {
        name: `its operation, first page of ${FEW} connectors`,
        value: `${ms(few)} of processor time`,
      },
      {
        name: `… of ${MANY.toLocaleString('en')}`,
        value: `${ms(many)}: ${(many / few).toFixed(2)} ×`,
        ratio: {
          name: 'the list at 10,000 to the list at 100',
          value: many / few,
          better: 'less',
          margin: MARGIN,
        },
      },
    ];
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Processor time of one, in milliseconds, warmed up: the least of several rounds. */
async function firstPage(context: OperationContext): Promise<number> {
  const view = readListView({});
  const ask = async (): Promise<void> => {
    for (let times = 0; times < TIMES; times += 1)
      if (!(await connectorPage(context, view)).ok) throw new Error('The list may not be read.');
  };
  await ask();
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) samples.push((await processorTime(ask)) / TIMES);
  return Math.min(...samples);
}
