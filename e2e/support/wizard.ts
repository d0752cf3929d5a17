// Walking through the wizard as QA does: by role and label, in either language.
import { expect, type Page } from '@playwright/test';
import en from '../../messages/en/wizard.json' with { type: 'json' };
import it from '../../messages/it/wizard.json' with { type: 'json' };

export const WORDS = { en, it };
export type WizardWords = typeof en;

export const next = (page: Page, words: WizardWords) =>
  page.getByRole('button', { name: words.footer.next, exact: true });
export const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name, exact: true });

/** From the first screen to the validation, with what is given; ends on the Validation step. */
export async function walkToValidation(
  page: Page,
  words: WizardWords,
  given: Readonly<{ name: string; smartHosts: readonly string[]; tlsDomain?: string; tls?: boolean }>,
): Promise<void> {
  await page.getByRole('radio', { name: words.endpoints.office365, exact: true }).first().check();
  await page.getByRole('radio', { name: words.endpoints.organization, exact: true }).last().check();
  await next(page, words).click();
  await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill(given.name);
  await next(page, words).click();
  await page.getByRole('radio', { name: words.scopes.recipientDomains, exact: true }).check();
  await add(page, words, words.fields.recipientDomains, 'contoso.com');
  await next(page, words).click();
  for (const host of given.smartHosts) await add(page, words, words.fields.smartHosts, host);
  await next(page, words).click();
  if (given.tls === false) await page.getByRole('checkbox', { name: words.fields.tlsRequired }).uncheck();
  if (given.tlsDomain) {
    await page.getByRole('checkbox', { name: words.fields.tlsMatchDomain }).check();
    await page.getByRole('textbox', { name: words.fields.tlsDomain }).fill(given.tlsDomain);
  }
  await next(page, words).click();
  await expect(heading(page, words.headings.validation)).toBeFocused();
  await add(page, words, words.fields.validationRecipients, 'user@contoso.test');
}

/** The same for a partner that is reached by MX; its certificates are held against trusted authorities. */
export async function walkToMxValidation(
  page: Page,
  words: WizardWords,
  given: Readonly<{ name: string; recipients: readonly string[] }>,
): Promise<void> {
  await page.getByRole('radio', { name: words.endpoints.office365, exact: true }).first().check();
  await page.getByRole('radio', { name: words.endpoints.partner, exact: true }).last().check();
  await next(page, words).click();
  await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill(given.name);
  await next(page, words).click();
  await page.getByRole('radio', { name: words.scopes.transportRule, exact: true }).check();
  await next(page, words).click();
  await page.getByRole('radio', { name: words.deliveries.mx, exact: true }).check();
  await next(page, words).click();
  await next(page, words).click();
  await expect(heading(page, words.headings.validation)).toBeFocused();
  for (const recipient of given.recipients)
    await add(page, words, words.fields.validationRecipients, recipient);
}

/** Types into a list's box and adds with Enter. */
export async function add(page: Page, words: WizardWords, label: string, value: string): Promise<void> {
  const box = page.getByRole('textbox', { name: label, exact: true });
  await box.fill(value);
  await box.press('Enter');
  await expect(page.getByRole('button', { name: words.list.remove.replace('{value}', value) })).toBeVisible();
}

export const validate = (page: Page, words: WizardWords) =>
  page.getByRole('button', { name: words.validation.start, exact: true }).click();
