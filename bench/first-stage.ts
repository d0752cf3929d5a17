// From the click on Validate until the screen shows the first stage's time: request, queue, worker, stream and rendering.
import { type Browser, expect, type Page } from '@playwright/test';
import { ADMIN, type TestConsole } from '../e2e/support/console';
import { next, WORDS, walkToValidation } from '../e2e/support/wizard';
import { type Figure, timed } from './figures';

const AIM_MS = 300;
const ROUNDS = 20;

/** Each round walks the wizard anew, as nothing of an earlier validation shall be on the screen. */
export async function firstStage(browser: Browser, console: TestConsole): Promise<Figure[]> {
  const context = await browser.newContext({
    baseURL: console.url,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  try {
    await console.signIn(context, ADMIN);
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // A tab keeps what was typed in it.
      const page = await context.newPage();
      await page.goto('/connectors/new', { waitUntil: 'networkidle' });
      await walkToValidation(page, WORDS.en, { name: 'Contoso', smartHosts: [console.host('good').name] });
      samples.push(await untilFirstStage(page));
      await expect(next(page, WORDS.en)).toBeEnabled({ timeout: 30_000 });
      await page.close();
    }
    return [timed('click to the first stage', samples, AIM_MS)];
  } finally {
    await context.close();
  }
}

async function untilFirstStage(page: Page): Promise<number> {
  // Nothing in here is named: the compiler's mark for names does not exist in the page.
  const measured = page.evaluate(
    () =>
      new Promise<number>((answer) => {
        const clicks: number[] = [];
        addEventListener('click', (event) => clicks.push(event.timeStamp), { capture: true });
        new MutationObserver((_, observer) => {
          const [clickedAt] = clicks;
          const isThere = /\d\s?ms/.test(document.querySelector('main')?.textContent ?? '');
          if (clickedAt === undefined || !isThere) return;
          observer.disconnect();
          answer(performance.now() - clickedAt);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  const click = page.getByRole('button', { name: WORDS.en.validation.start, exact: true }).click();
  const [elapsedMs] = await Promise.all([measured, click]);
  return elapsedMs;
}
