// A console of a file's own, for tests of what is there once for everybody: accepted domains, rules, all that the store holds.
import { test as base } from '@playwright/test';
import { ADMIN, HELPDESK, startConsole, type TestConsole } from './console';

/** Called once by each file: Playwright keeps a worker, and what belongs to it, for the next file that has the same `test`. */
export const testOnOwnConsole = () =>
  base.extend<object, { console: TestConsole }>({
    console: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
      async ({}, use) => {
        const console = await startConsole();
        try {
          await Promise.all([ADMIN, HELPDESK].map(console.addPerson));
          await use(console);
        } finally {
          await console.stop();
        }
      },
      { scope: 'worker', timeout: 180_000 },
    ],
    baseURL: async ({ console }, use) => use(console.url),
  });
