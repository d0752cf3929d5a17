// A console of a file's own, for tests of what is there once for everybody: accepted domains, rules.
import { test as base } from '@playwright/test';
import { ADMIN, HELPDESK, startConsole, type TestConsole } from './console';

export const test = base.extend<object, { console: TestConsole }>({
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
