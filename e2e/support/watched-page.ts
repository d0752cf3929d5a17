// A page in which whatever runs that should not is noticed: scripts of others, dialogs, requests to elsewhere, errors.
import type { BrowserContext, Page } from '@playwright/test';

export type Watched = Readonly<{
  page: Page /** What has happened so far. */;
  seen: () => Promise<string[]>;
}>;

export async function watchedPage(context: BrowserContext, origin: string): Promise<Watched> {
  const page = await context.newPage();
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  // Next.js's own pages and the browser write what is wrong there, violations of the policy too.
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('popup', () => seen.push('a window was opened'));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) seen.push(`request: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) seen.push(`${response.status()} ${response.url()}`);
  });
  return {
    page,
    seen: async () => {
      const ran = await page.evaluate(() => '__pwned' in window);
      return ran ? [...seen, `something ran at ${page.url()}`] : seen;
    },
  };
}
