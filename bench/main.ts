// npm run bench [-- --cold]: the measurements that docs/benchmarks.md is made of. Loopback only; leaves nothing behind.
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser';
import { ADMIN, startConsole } from '../e2e/support/console';
import type { OperationContext } from '../lib/operations/context';
import { buildConsole } from '../scripts/build-console';
import { findBrowser } from '../scripts/find-browser';
import { generateClients } from '../scripts/generate';
import { print } from './figures';
import { firstLoad } from './first-load';
import { listPage } from './list-page';
import { addConnectors } from './many-connectors';
import { saveConnectors } from './save-connector';
import { coldStart, warmStart } from './start-time';
import { stepChange } from './step-change';
import { validations } from './validation';

const CONNECTORS = 10_000;

process.chdir(new URL('..', import.meta.url).pathname);
await generateClients(console.log);
await buildConsole();
const found = await findBrowser();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);

if (process.argv.includes('--cold')) print('Start, fresh clone', await coldStart());
print('Start', await warmStart());

const scene = await startConsole();
try {
  await scene.addPerson(ADMIN);
  const context: OperationContext = {
    who: { userId: 'bench', name: ADMIN.name, email: ADMIN.email, role: 'admin', sessionId: 'bench' },
    store: scene.store,
    settings: scene.settings,
    now: () => new Date(),
  };
  print('Validation of a good server on this machine', await validations(scene, context));
  await addConnectors(scene, CONNECTORS);
  print(`List page at ${CONNECTORS.toLocaleString('en')} connectors`, await listPage(scene, context));
  print(`Saving at ${CONNECTORS.toLocaleString('en')} connectors`, await saveConnectors(context, CONNECTORS));
  if (found) {
    const browser = await chromium.launch({ ...found, args: BROWSER_ARGUMENTS });
    try {
      print('First-load JavaScript, gzip', await firstLoad(browser, scene));
      print('A step change in the wizard', await stepChange(browser, scene));
    } finally {
      await browser.close();
    }
  }
} finally {
  await scene.stop();
}
