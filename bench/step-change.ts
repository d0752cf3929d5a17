// A step change in the wizard: from the click on Next or Back until the new step's heading has the focus.
import type { Browser, Page } from '@playwright/test';
import { ADMIN, type TestConsole } from '../e2e/support/console';
import { WIZARD_HEADINGS, walkWizard } from '../scripts/walk-wizard';
import { type Figure, skipped, timed } from './figures';

const AIM_MS = 50;
const ROUNDS = 10;
const WIZARD = '/connectors/new';

/** Walks the wizard to and fro; a figure that says so where there is no wizard. */
export async function stepChange(browser: Browser, console: TestConsole): Promise<Figure[]> {
  const context = await browser.newContext({
    baseURL: console.url,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    await console.signIn(context, ADMIN);
    const page = await context.newPage();
    const answer = await page.goto(WIZARD, { waitUntil: 'networkidle' });
    if (!answer?.ok()) return [skipped(WIZARD, `the page answers ${answer?.status() ?? 'nothing'}`)];
    const input = { name: 'Contoso headquarters', smartHost: console.host('good').name };
    await walkWizard(page, input, 'Validation email');
    const back: number[] = [];
    const next: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const heading of WIZARD_HEADINGS.slice(0, -1).reverse())
        back.push(await change(page, 'Back', heading));
      for (const heading of WIZARD_HEADINGS.slice(1)) next.push(await change(page, 'Next', heading));
    }
    return [timed('Next', next, AIM_MS), timed('Back', back, AIM_MS)];
  } finally {
    await context.close();
  }
}

/** Clicks, and answers the milliseconds that the page itself measured from the click to the focus. */
async function change(page: Page, button: 'Next' | 'Back', heading: string): Promise<number> {
  // Nothing in here is named: the compiler's mark for names does not exist in the page.
  const measured = page.evaluate(
    ([wanted]) =>
      new Promise<number>((answer) => {
        const times: number[] = [];
        const heard = new AbortController();
        const options = { capture: true, signal: heard.signal };
        addEventListener('click', (event) => times.push(event.timeStamp), options);
        addEventListener(
          'focusin',
          ({ target }) => {
            if (!(target instanceof HTMLElement) || target.textContent?.trim() !== wanted) return;
            heard.abort();
            answer(performance.now() - (times.at(-1) ?? Number.NaN));
          },
          options,
        );
      }),
    [heading],
  );
  const click = page.getByRole('button', { name: button, exact: true }).click();
  const [elapsedMs] = await Promise.all([measured, click]);
  return elapsedMs;
}
