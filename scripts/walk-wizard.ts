// Fills the wizard's steps one after another, for pictures and measurements of it.
import type { Page } from '@playwright/test';

export type WizardInput = Readonly<{ name: string; smartHost: string }>;

/** Each step's heading, and what to do there before Next. The last one here is behind the security step. */
const STEPS: readonly Readonly<{
  heading: string;
  fill: (page: Page, input: WizardInput) => Promise<void>;
}>[] = [
  {
    heading: 'New connector',
    fill: async (page) => {
      const choose = (group: string, choice: RegExp) =>
        page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice }).check();
      await choose('Connection from', /^Office 365/);
      await choose('Connection to', /email server/);
    },
  },
  {
    heading: 'Connector name',
    fill: (page, { name }) => page.getByRole('textbox', { name: 'Name' }).fill(name),
  },
  {
    heading: 'Use of connector',
    fill: (page) => page.getByRole('radio', { name: /all accepted domains/ }).check(),
  },
  {
    heading: 'Routing',
    fill: async (page, { smartHost }) => {
      await page.getByRole('textbox', { name: 'Smart hosts' }).fill(smartHost);
      await page.keyboard.press('Enter');
    },
  },
  { heading: 'Security restrictions', fill: async () => undefined },
  { heading: 'Validation email', fill: async () => undefined },
];

/** The headings of those steps, in order. */
export const WIZARD_HEADINGS: readonly string[] = STEPS.map(({ heading }) => heading);

/** Goes from the first step to the one headed `until`, and leaves that one as it is. */
export async function walkWizard(page: Page, input: WizardInput, until: string): Promise<void> {
  for (const { heading, fill } of STEPS) {
    await page.getByRole('heading', { name: heading, level: 2 }).waitFor();
    if (heading === until) return;
    await fill(page, input);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
}
