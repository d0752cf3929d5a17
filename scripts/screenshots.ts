// npm run screenshots: the pictures in README.md, taken from a console with the demo's connectors.
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser';
import { ADMIN, startConsole, type TestConsole } from '../e2e/support/console';
import { loadDemoData } from '../prisma/demo-data';
import { buildConsole } from './build-console';
import { findBrowser } from './find-browser';
import { generateClients } from './generate';
import { walkWizard } from './walk-wizard';

const FOLDER = 'docs/images';
const VIEWPORT = { width: 1440, height: 900 };
/** The demo's validations take a few seconds; the silent host's the longest. */
const VALIDATIONS_LIMIT_MS = 60_000;

type Shot = Readonly<{ file: string; path: string; prepare: (page: Page) => Promise<void> }>;

const SHOTS: readonly Shot[] = [
  {
    file: 'list.png',
    path: '/connectors',
    prepare: (page) => page.getByRole('link', { name: 'Contoso headquarters' }).waitFor(),
  },
  { file: 'wizard.png', path: '/connectors/new', prepare: toSecurityStep },
];

process.chdir(new URL('..', import.meta.url).pathname);
await generateClients(console.log);
await buildConsole();
const found = await findBrowser();
if (!found) process.exit(1);
const scene = await startConsole();
try {
  await scene.addPerson(ADMIN);
  // The host names of the demo, so that the pictures show what a newcomer sees.
  await loadDemoData(scene.store, [
    ...(['good', 'expired', 'noStarttls', 'otherName', 'greylist', 'silent'] as const).map(scene.host),
  ]);
  await validated(scene);
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ ...found, args: BROWSER_ARGUMENTS });
  try {
    for (const shot of SHOTS) await shoot(browser, scene, shot);
  } finally {
    await browser.close();
  }
} finally {
  await scene.stop();
}

async function shoot(browser: Browser, { url, signIn }: TestConsole, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: VIEWPORT,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await signIn(context, ADMIN);
  const page = await context.newPage();
  const answer = await page.goto(shot.path, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${shot.path} answers ${answer?.status()}: no picture of it.`);
  await shot.prepare(page);
  await page.screenshot({ path: `${FOLDER}/${shot.file}`, animations: 'disabled' });
  await context.close();
  console.log(`✓ ${FOLDER}/${shot.file}`);
}

/** Waits until no validation of the demo's connectors is open any more. */
async function validated({ store }: TestConsole): Promise<void> {
  const until = performance.now() + VALIDATIONS_LIMIT_MS;
  const open = () => store.client.validationRun.count({ where: { state: { in: ['queued', 'running'] } } });
  while ((await open()) > 0) {
    if (performance.now() > until) throw new Error('The demo connectors are still being validated.');
    await delay(200);
  }
}

async function toSecurityStep(page: Page): Promise<void> {
  await walkWizard(
    page,
    { name: 'Contoso Rome office', smartHost: 'mail.rome.contoso.com' },
    'Security restrictions',
  );
  await page.getByRole('checkbox', { name: /subject alternative name/ }).check();
  await page.getByRole('textbox', { name: 'Domain name of the certificate' }).fill('*.rome.contoso.com');
}
