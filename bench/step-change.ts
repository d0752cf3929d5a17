// A step change in the wizard: from the click on Next or Back until the new step's heading has the focus.
import type { Browser, Page } from '@playwright/test';
import { ADMIN, type TestConsole } from '../e2e/support/console';
import { type Figure, timed } from './figures';

const AIM_MS = 50;
const ROUNDS = 10;
const WIZARD = '/connectors/new';
/** The headings from the first step to the last that needs no validation. */
const HEADINGS = [
  'New connector',
  'Connector name',
  'Use of connector',
  'Routing',
  'Security restrictions',
  'Validation email',
] as const;

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
    if (!answer?.ok())
      return [{ name: WIZARD, value: `skipped: the page answers ${answer?.status() ?? 'nothing'}` }];
    await fillFirstTime(page, console.host('good').name);
    const back: number[] = [];
    const next: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const heading of HEADINGS.slice(0, -1).reverse()) back.push(await change(page, 'Back', heading));
      for (const heading of HEADINGS.slice(1)) next.push(await change(page, 'Next', heading));
    }
    return [timed('Next', next, AIM_MS), timed('Back', back, AIM_MS)];
  } finally {
    await context.close();
  }
}

/** Fills each step with what it asks for and ends on the one that asks for mailboxes. */
export async function fillFirstTime(page: Page, smartHost: string): Promise<void> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await page
    .getByRole('radiogroup', { name: 'Connection from' })
    .getByRole('radio', { name: 'Office 365' })
    .check();
  await page
    .getByRole('radiogroup', { name: 'Connection to' })
    .getByRole('radio', { name: 'Your organization’s email server' })
    .check();
  await next.click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Contoso headquarters');
  await next.click();
  await page.getByRole('radio', { name: /all accepted domains/ }).check();
  await next.click();
  await page.getByRole('textbox', { name: 'Smart hosts' }).fill(smartHost);
  await page.keyboard.press('Enter');
  await next.click();
  await page.getByRole('heading', { name: 'Security restrictions' }).waitFor();
  await next.click();
  await page.getByRole('heading', { name: 'Validation email' }).waitFor();
}

/** Clicks, and answers the milliseconds that the page itself measured from the click to the focus. */
async function change(page: Page, button: 'Next' | 'Back', heading: string): Promise<number> {
  const measured = page.evaluate(
    ([wanted]) =>
      new Promise<number>((answer) => {
        let clickedAt = 0;
        const clicked = (event: Event): void => {
          clickedAt = event.timeStamp;
        };
        const focused = ({ target }: Event): void => {
          if (!(target instanceof HTMLElement) || target.textContent?.trim() !== wanted) return;
          removeEventListener('click', clicked, true);
          removeEventListener('focusin', focused, true);
          answer(performance.now() - clickedAt);
        };
        addEventListener('click', clicked, true);
        addEventListener('focusin', focused, true);
      }),
    [heading],
  );
  await page.getByRole('button', { name: button, exact: true }).click();
  return measured;
}
