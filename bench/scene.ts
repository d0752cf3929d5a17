// What measurements are made in: a console, somebody who may do anything there, a browser. Each is there once it is asked for.
import { type Browser, chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser';
import { ADMIN, startConsole, type TestConsole } from '../e2e/support/console';
import type { OperationContext } from '../lib/operations/context';
import { buildConsole } from '../scripts/build-console';
import { findBrowser } from '../scripts/find-browser';

export type Scene = Readonly<{
  console: () => Promise<TestConsole>;
  context: () => Promise<OperationContext>;
  browser: () => Promise<Browser>;
  build: () => Promise<void>;
  close: () => Promise<void>;
}>;

export function openScene(): Scene {
  let built: Promise<void> | undefined;
  let started: Promise<TestConsole> | undefined;
  let launched: Promise<Browser> | undefined;
  const build = (): Promise<void> => {
    built ??= buildConsole().then(() => undefined);
    return built;
  };
  const console = (): Promise<TestConsole> => {
    started ??= build().then(startWithAdmin);
    return started;
  };
  return {
    build,
    console,
    context: async () => {
      const { store, settings } = await console();
      const who = {
        userId: 'bench',
        name: ADMIN.name,
        email: ADMIN.email,
        role: 'admin',
        sessionId: 'bench',
      } as const;
      return { who, store, settings, now: () => new Date() };
    },
    browser: () => {
      launched ??= launch();
      return launched;
    },
    close: async () => {
      await launched?.then((browser) => browser.close());
      await started?.then(({ stop }) => stop());
    },
  };
}

async function startWithAdmin(): Promise<TestConsole> {
  const started = await startConsole();
  await started.addPerson(ADMIN);
  return started;
}

async function launch(): Promise<Browser> {
  const found = await findBrowser();
  if (!found) throw new Error('There is no browser to measure with.');
  return chromium.launch({ ...found, args: BROWSER_ARGUMENTS });
}
