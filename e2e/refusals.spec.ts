// Asking, beside the connector's own path, what its servers accept and refuse: an option, off by default.
import { expect, type Page } from '@playwright/test';
import en from '../messages/en/validation.json' with { type: 'json' };
import it from '../messages/it/validation.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, test } from './support/console';
import { atGoodHost, storeConnectors } from './support/stored-connectors';
import { validate, WORDS, walkToValidation } from './support/wizard';

const ended = expect.configure({ timeout: 20_000 });
const box = (page: Page, words = en) =>
  page.getByRole('checkbox', { name: words.checkRefusals.label, exact: true });
const task = (page: Page, host: string, words = en) =>
  page.getByRole('button', { name: words.task.refusals.replace('{host}', host) });

test.beforeEach(({ console, context }) => console.signIn(context, ADMIN));

test('in the wizard it is asked for by keyboard, told of in its own task, and written down', async ({
  console,
  page,
}) => {
  const { name: host, received } = console.host('good');
  await page.goto(`${console.url}/connectors/new`);
  await walkToValidation(page, WORDS.en, { name: 'With refusals', smartHosts: [host] });
  await expect(box(page)).not.toBeChecked();
  await expect(box(page)).toHaveAccessibleDescription(en.checkRefusals.hint);
  const before = received.length;
  await box(page).focus();
  await page.keyboard.press('Space');
  await expect(box(page)).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // This host takes everything, and it is reached at a local address: warnings, and the connector's mail is proven.
  await ended(page.getByRole('heading', { name: en.summary.passed, exact: true })).toBeVisible();
  await expect(task(page, host)).toContainText(en.state.warned);
  await task(page, host).click();
  for (const name of Object.values(en.check))
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  await expect(
    page.getByText(/accepts mailspan-\S+@contoso\.test, a mailbox that does not exist/),
  ).toBeVisible();
  await expect(page.getByText(/foreign domain \(mailspan-validation@example\.com\)/)).toBeVisible();
  expect(received.slice(before).map(({ to }) => to)).toEqual([['user@contoso.test']]);
  await expectAccessible(page);
  await page.goto(`${console.url}/audit`);
  await page.getByRole('link', { name: 'Asked for a validation of unsaved settings' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('what the servers accept and refuse');
});

test('without it nobody is asked anything but for the mailbox', async ({ console, page }) => {
  const { name: host } = console.host('good');
  await page.goto(`${console.url}/connectors/new`);
  await walkToValidation(page, WORDS.en, { name: 'Without refusals', smartHosts: [host] });
  await validate(page, WORDS.en);
  await ended(page.getByRole('heading', { name: en.summary.passed, exact: true })).toBeVisible();
  await expect(task(page, host)).toHaveCount(0);
});

test('in the panel of a saved connector, in Italian too', async ({ console, context, page }) => {
  const [id] = await storeConnectors(console, 'Refusals', [{ name: 'saved', ...atGoodHost(console) }]);
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await page.goto(`${console.url}/connectors?connector=${id}`);
  const panel = page.getByRole('dialog');
  await box(page, it).check();
  await panel.getByRole('button', { name: 'Convalida questo connettore' }).click();
  await ended(task(page, console.host('good').name, it)).toContainText(it.state.warned);
  await expect(box(page, it)).toBeEnabled();
  await expectAccessible(page);
});
