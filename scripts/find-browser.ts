// A Chromium that starts: Playwright's own where it can be had, else one of this machine, else Debian's package.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser';
import { exitOf, startChild } from './children';
import { inPath, installFromDebian } from './debian-package';

/** `executablePath` is absent for Playwright's own. */
export type Browser = Readonly<{ executablePath?: string }>;

const DOWNLOAD_LIMIT_MS = 180_000;
/** Says that Playwright's download does not work here; remove the file to try again. */
const REFUSED = '.cache/no-browser-download';
/** Chromium without a window: what Playwright's own is, too. Takes a third less of the processor than one with. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Finds or fetches a browser; where none can be had, says so in one line and answers undefined. */
export async function findBrowser(): Promise<Browser | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return (await starts({ executablePath: named })) ? { executablePath: named } : none(named);
  if (existsSync(chromium.executablePath()) && (await starts({}))) return {};
  if ((await download()) && (await starts({}))) return {};
  // A machine for tests gets the quicker one; somebody's own machine is asked what it has first.
  if (process.env.CI && inPath(SHELL).length === 0) installFromDebian(SHELL);
  for (const executablePath of NAMES.flatMap(inPath)) {
    if (await starts({ executablePath })) return { executablePath };
  }
  return (await installDebians(SHELL)) ?? (await installDebians('chromium')) ?? none();
}

const none = (named?: string): undefined => {
  console.error(
    named
      ? `CHROMIUM_PATH: ${named} does not start`
      : "No Chromium: Playwright's download failed and none is in PATH. Install one, or set CHROMIUM_PATH.",
  );
};

async function starts(browser: Browser): Promise<boolean> {
  try {
    await (await chromium.launch({ ...browser, args: BROWSER_ARGUMENTS, timeout: 20_000 })).close();
    return true;
  } catch {
    return false;
  }
}

async function download(): Promise<boolean> {
  if (existsSync(REFUSED)) return false;
  console.log("Fetching Playwright's Chromium");
  const cli = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  const child = startChild(cli);
  const limit = setTimeout(() => child.kill(), DOWNLOAD_LIMIT_MS);
  const code = await exitOf(child);
  clearTimeout(limit);
  if (code === 0) return true;
  await mkdir('.cache', { recursive: true });
  await writeFile(REFUSED, '');
  return false;
}

async function installDebians(name: string): Promise<Browser | undefined> {
  if (!installFromDebian(name)) return undefined;
  const [executablePath] = inPath(name);
  return executablePath && (await starts({ executablePath })) ? { executablePath } : undefined;
}
