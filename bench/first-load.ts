// How much JavaScript a browser with an empty cache fetches for a page, compressed as it would travel.
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';
import { ADMIN, type TestConsole } from '../e2e/support/console';
import { type Figure, skipped } from './figures';

const AIM_KB = 260;
const PAGES: readonly Readonly<{ path: string; signedIn: boolean }>[] = [
  { path: '/sign-in', signedIn: false },
  { path: '/connectors', signedIn: true },
  { path: '/connectors/new', signedIn: true },
  { path: '/accepted-domains', signedIn: true },
  { path: '/rules', signedIn: true },
  { path: '/trace', signedIn: true },
  { path: '/trace?mode=inbound', signedIn: true },
  { path: '/trace?mode=list', signedIn: true },
  { path: '/coverage', signedIn: true },
  { path: '/settings/users', signedIn: true },
  { path: '/audit', signedIn: true },
];

/** Per page: kB (1,000 bytes, gzip) until its load event, and until the network is quiet with nobody touching it. */
export async function firstLoad(browser: Browser, console: TestConsole): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { path, signedIn } of PAGES) {
    const context = await browser.newContext({ baseURL: console.url });
    if (signedIn) await console.signIn(context, ADMIN);
    const page = await context.newPage();
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response);
    });
    const answer = await page.goto(path, { waitUntil: 'load' });
    const untilLoad = scripts.length;
    await page.waitForLoadState('networkidle');
    if (answer?.ok()) {
      const sizes = await Promise.all(scripts.map(gzipBytes));
      const first = kilobytes(sizes.slice(0, untilLoad));
      const value = `${first.toFixed(0)} kB in ${untilLoad} files, ${kilobytes(sizes).toFixed(0)} kB once quiet`;
      figures.push({ name: path, value, aim: `≤ ${AIM_KB} kB`, met: first <= AIM_KB });
    } else {
      figures.push(skipped(path, `the page answers ${answer?.status() ?? 'nothing'}`));
    }
    await context.close();
  }
  return figures;
}

const gzipBytes = async (response: Response): Promise<number> => gzipSync(await response.body()).length;

const kilobytes = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0) / 1000;
