// npm run bench [-- --cold] [-- routes import start validation probe pages steps list life trace save]: the measurements
// that docs/benchmarks.md is made of, all or those named. Loopback only; leaves nothing behind.
import { cpus } from 'node:os';
import { type Browser, chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser';
import { ADMIN, startConsole, type TestConsole } from '../e2e/support/console';
import type { OperationContext } from '../lib/operations/context';
import { buildConsole } from '../scripts/build-console';
import { findBrowser } from '../scripts/find-browser';
import { generateClients } from '../scripts/generate';
import { connectorLife } from './connector-life';
import { type Figure, print } from './figures';
import { firstLoad } from './first-load';
import { firstStage } from './first-stage';
import { importing } from './import';
import { listPage } from './list-page';
import { addConnectors, addVersions } from './many-connectors';
import { probesAtOnce } from './probe-parallel';
import { probePeers } from './probe-peers';
import { revalidateMany } from './revalidate-many';
import { routes } from './route';
import { saveConnectors } from './save-connector';
import { coldStart, warmStart } from './start-time';
import { stepChange } from './step-change';
import { tracePage } from './trace-page';
import { validations } from './validation';

const CONNECTORS = 10_000;
const VERSIONS = 50;

type Scene = Readonly<{ console: TestConsole; context: OperationContext; browser: () => Promise<Browser> }>;
type Part = Readonly<{ name: string; title: string; run: (scene: Scene) => Promise<Figure[]> }>;

/** The list is filled for the part that is about it, and stays so for those behind it. */
const PARTS: readonly Part[] = [
  {
    name: 'validation',
    title: 'Validation of a good server on this machine',
    run: async ({ console, context, browser }) => [
      ...(await validations(console, context)),
      ...(await firstStage(await browser(), console)),
    ],
  },
  {
    name: 'probe',
    title: 'One probe beside other programs, many at once, many connectors',
    run: async () => [...(await probePeers()), ...(await probesAtOnce()), ...(await revalidateMany())],
  },
  {
    name: 'pages',
    title: 'First-load JavaScript, gzip',
    run: async ({ console, browser }) => firstLoad(await browser(), console),
  },
  {
    name: 'steps',
    title: 'A step change in the wizard',
    run: async ({ console, browser }) => stepChange(await browser(), console),
  },
  {
    name: 'list',
    title: `List page at ${CONNECTORS.toLocaleString('en')} connectors of ${VERSIONS} versions each`,
    run: async ({ console, context }) => {
      await addConnectors(console, CONNECTORS);
      await addVersions(console, VERSIONS);
      return listPage(console, context);
    },
  },
  {
    name: 'life',
    title: 'One of them: details, history, publish (needs the list)',
    run: ({ console, context }) => connectorLife(console, context),
  },
  {
    name: 'trace',
    title: 'Route trace at 10,000 patterns, requests (beside the connectors of the list, where that was run)',
    run: ({ console }) => tracePage(console),
  },
  { name: 'save', title: 'Saving', run: ({ context }) => saveConnectors(context, CONNECTORS) },
];

process.chdir(new URL('..', import.meta.url).pathname);
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const wanted = (name: string): boolean => named.length === 0 || named.includes(name);
const unknown = named.find(
  (name) => !['routes', 'import', 'start'].includes(name) && !PARTS.some((part) => part.name === name),
);
if (unknown !== undefined) {
  console.error(
    `There is no part ${unknown}; there are routes, import, start, ${PARTS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(64);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
if (wanted('routes')) print('Routes', await routes());
if (named.length === 1 && wanted('routes')) process.exit();
await generateClients(console.log);
if (wanted('import')) print('A tenant’s file', await importing());
if (named.every((name) => name === 'routes' || name === 'import') && named.length > 0) process.exit();
await buildConsole();
if (process.argv.includes('--cold')) print('Start, fresh clone', await coldStart());
if (wanted('start')) print('Start', await warmStart());
const parts = PARTS.filter(({ name }) => wanted(name));
if (parts.length > 0) await measure(parts);

async function measure(parts: readonly Part[]): Promise<void> {
  const scene = await startConsole();
  let browser: Browser | undefined;
  const launch = async (): Promise<Browser> => {
    const found = await findBrowser();
    if (!found) throw new Error('There is no browser to measure with.');
    return chromium.launch({ ...found, args: BROWSER_ARGUMENTS });
  };
  const context: OperationContext = {
    who: { userId: 'bench', name: ADMIN.name, email: ADMIN.email, role: 'admin', sessionId: 'bench' },
    store: scene.store,
    settings: scene.settings,
    now: () => new Date(),
  };
  try {
    await scene.addPerson(ADMIN);
    for (const { title, run } of parts) {
      const figures = await run({
        console: scene,
        context,
        browser: async () => {
          browser ??= await launch();
          return browser;
        },
      });
      print(title, figures);
    }
  } finally {
    await browser?.close();
    await scene.stop();
  }
}
