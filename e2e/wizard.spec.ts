// Add a connector, Office 365 to your organization's email server, against real SMTP servers.
import { expect, type Page } from '@playwright/test';
import validationWords from '../messages/en/validation.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK, test } from './support/console';
import type { SmartHostKind } from './support/smart-hosts/smart-host';
import { add, heading, next, validate, WORDS, walkToValidation } from './support/wizard';

const words = WORDS.en;
const create = (page: Page) => page.getByRole('button', { name: words.footer.create, exact: true });
const enabled = expect.configure({ timeout: 20_000 });

test.describe('as an admin', () => {
  test.beforeEach(async ({ console, context, page }) => {
    await console.signIn(context, ADMIN);
    await page.goto(`${console.url}/connectors/new`);
  });

  test('a connector is created after a validation that passed', async ({ console, page }) => {
    const { name: host, received } = console.host('good');
    await walkToValidation(page, words, { name: 'To our servers', smartHosts: [host] });
    await validate(page, words);
    await enabled(next(page, words)).toBeEnabled();
    await expect(page.getByText(validationWords.state.succeeded).first()).toBeVisible();
    expect(received.length).toBeGreaterThan(0);
    await expectAccessible(page);
    await next(page, words).click();
    await expect(heading(page, words.headings.review)).toBeFocused();
    await expect(page.getByText(words.validation.summary.passed)).toBeVisible();
    await expectAccessible(page);
    await create(page).click();
    await expect(page).toHaveURL(/\/connectors\?connector=/);
    await expect(page.getByRole('dialog')).toContainText('To our servers');
    // The list has more than a page of them by now, from other tests.
    await page.goto(`${console.url}/connectors?q=To+our+servers`);
    await expect(page.getByRole('row', { name: /To our servers/ })).toContainText('Passed');
  });

  const failing: readonly [SmartHostKind, string | undefined][] = [
    ['expired', undefined],
    ['noStarttls', undefined],
    ['otherName', 'mail.contoso.test'],
    ['greylist', undefined],
    ['silent', undefined],
  ];
  for (const [kind, tlsDomain] of failing) {
    test(`a validation against the ${kind} host says why, and can be saved all the same`, async ({
      console,
      page,
    }) => {
      const name = `In spite of ${kind}`;
      await walkToValidation(page, words, {
        name,
        smartHosts: [console.host(kind).name],
        ...(tlsDomain && { tlsDomain }),
      });
      await validate(page, words);
      const confirmation = page.getByRole('checkbox', { name: words.validation.acknowledge });
      await enabled(confirmation).toBeVisible();
      await expect(next(page, words)).toBeDisabled();
      await confirmation.check();
      await next(page, words).click();
      await create(page).click();
      await expect(page).toHaveURL(/\/connectors\?connector=/);
      const kept = await console.store.client.connectorVersion.findMany({
        where: { failureAcknowledged: true },
      });
      expect(JSON.stringify(kept.map(({ settings }) => settings))).toContain(name);
    });
  }

  test('Next waits for what EAC documents, and says for what', async ({ page }) => {
    await expect(next(page, words)).toBeDisabled();
    await page.getByRole('radio', { name: words.endpoints.office365 }).first().check();
    await expect(next(page, words)).toBeDisabled();
    await page.getByRole('radio', { name: words.endpoints.organization }).last().check();
    await next(page, words).click();
    await expect(next(page, words)).toBeDisabled();
    await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill('A name');
    await next(page, words).click();
    await page.getByRole('radio', { name: words.scopes.acceptedDomains }).check();
    await next(page, words).click();
    const box = page.getByRole('textbox', { name: words.fields.smartHosts });
    await box.fill('mail.contoso.com');
    await expect(next(page, words)).toBeDisabled();
    await expect(page.getByText('is typed but not added').first()).toBeVisible();
    await page.getByRole('button', { name: words.list.add, exact: true }).click();
    await expect(next(page, words)).toBeEnabled();
    await box.fill('MAIL.contoso.com.');
    await box.press('Enter');
    await expect(page.getByText('is already in the list').first()).toBeVisible();
    await box.fill('');
    await next(page, words).click();
    const tls = page.getByRole('checkbox', { name: words.fields.tlsRequired });
    await tls.uncheck();
    await expect(next(page, words)).toBeEnabled();
    await tls.check();
    await expect(next(page, words)).toBeDisabled();
    await page.getByRole('radio', { name: words.certificates.trustedCa }).check();
    await expect(next(page, words)).toBeEnabled();
    await page.getByRole('checkbox', { name: words.fields.tlsMatchDomain }).check();
    await expect(next(page, words)).toBeDisabled();
    await page.getByRole('textbox', { name: words.fields.tlsDomain }).fill('mail.contoso.com');
    await next(page, words).click();
    const start = page.getByRole('button', { name: words.validation.start, exact: true });
    await expect(start).toBeDisabled();
    await add(page, words, words.fields.validationRecipients, 'user@contoso.com');
    await expect(start).toBeEnabled();
    await expect(next(page, words)).toBeDisabled();
  });

  test('changing a smart host afterwards makes the validation stale', async ({ console, page }) => {
    await walkToValidation(page, words, { name: 'Changed', smartHosts: [console.host('good').name] });
    await validate(page, words);
    await enabled(next(page, words)).toBeEnabled();
    await page.getByRole('button', { name: new RegExp(`^${words.steps.routing}`) }).click();
    await add(page, words, words.fields.smartHosts, 'other.contoso.test');
    await page.getByRole('button', { name: new RegExp(`^${words.steps.validation}`) }).click();
    await expect(page.getByText(words.validation.stale).first()).toBeVisible();
    await expect(next(page, words)).toBeDisabled();
  });

  test('a reload restores what was entered, and leaving asks', async ({ page }) => {
    await walkToValidation(page, words, { name: 'Kept', smartHosts: ['mail.contoso.com'] });
    await page.reload();
    await expect(heading(page, words.headings.validation)).toBeVisible();
    await expect(page.getByText('user@contoso.test')).toBeVisible();
    await page.goBack();
    await expect(heading(page, words.headings.security)).toBeVisible();
    await page.getByRole('button', { name: words.footer.cancel, exact: true }).click();
    await page.getByRole('button', { name: words.leave.stay, exact: true }).click();
    await expect(heading(page, words.headings.security)).toBeVisible();
    await page.getByRole('link', { name: 'Users' }).click();
    await page.getByRole('button', { name: words.leave.leave, exact: true }).click();
    await expect(page).toHaveURL(/settings\/users/);
    await page.goBack();
    await expect(next(page, words)).toBeDisabled();
  });

  test('two admins choose one name: the second is told on the Name step, with everything typed', async ({
    console,
    page,
  }) => {
    const { name: host } = console.host('good');
    await walkToValidation(page, words, { name: 'Only one', smartHosts: [host] });
    await validate(page, words);
    await enabled(next(page, words)).toBeEnabled();
    await next(page, words).click();
    const other = await page.context().newPage();
    await other.goto(`${console.url}/connectors/new`);
    await walkToValidation(other, words, { name: 'only ONE', smartHosts: [host] });
    await validate(other, words);
    await enabled(next(other, words)).toBeEnabled();
    await next(other, words).click();
    await create(other).click();
    await expect(other).toHaveURL(/\/connectors\?connector=/);
    await create(page).click();
    await expect(heading(page, words.headings.name)).toBeVisible();
    await expect(page.getByText('already exists').first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: words.fields.name, exact: true })).toHaveValue('Only one');
  });

  test('from your own server or a partner, To is fixed; a choice that another scenario doesn’t offer opens again', async ({
    page,
  }) => {
    const from = page.getByRole('radiogroup', { name: words.fields.from });
    const to = page.getByRole('radiogroup', { name: words.fields.to });
    await from.getByRole('radio', { name: words.endpoints.partner }).check();
    await expect(to.getByRole('radio', { name: words.endpoints.office365 })).toBeChecked();
    await expect(to.getByRole('radio', { name: words.endpoints.office365 })).toBeDisabled();
    await expect(next(page, words)).toBeEnabled();
    await from.getByRole('radio', { name: words.endpoints.office365 }).check();
    await expect(next(page, words)).toBeDisabled();
    await to.getByRole('radio', { name: words.endpoints.organization }).check();
    await next(page, words).click();
    await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill('Moved');
    await next(page, words).click();
    await page.getByRole('radio', { name: words.scopes.acceptedDomains }).check();
    await page.getByRole('button', { name: new RegExp(`^${words.steps.scenario}`) }).click();
    await to.getByRole('radio', { name: words.endpoints.partner }).check();
    await page.getByRole('button', { name: new RegExp(`^${words.steps.scope}`) }).click();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('radio', { name: words.scopes.acceptedDomains })).toHaveCount(0);
    await expect(next(page, words)).toBeDisabled();
  });
});

test('the wizard in Italian on a phone, without a mouse on the first screens', async ({
  console,
  context,
  page,
}) => {
  const italian = WORDS.it;
  await console.signIn(context, ADMIN);
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${console.url}/connectors/new`);
  await expect(page.getByRole('heading', { level: 1, name: italian.title })).toBeVisible();
  await expectAccessible(page);
  await walkToValidation(page, italian, {
    name: 'Verso i nostri server',
    smartHosts: [console.host('good').name],
  });
  await validate(page, italian);
  await enabled(next(page, italian)).toBeEnabled();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await next(page, italian).click();
  await page.getByRole('button', { name: italian.footer.create, exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Verso i nostri server');
});

test('the keyboard alone completes the wizard', async ({ console, context, page }) => {
  await console.signIn(context, ADMIN);
  await page.goto(`${console.url}/connectors/new`);
  const onNext = async () => {
    for (let tries = 0; tries < 40; tries += 1) {
      if (await next(page, words).evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  };
  await page.getByRole('radio', { name: words.endpoints.office365 }).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await onNext();
  await expect(heading(page, words.headings.name)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('By hand');
  await onNext();
  await expect(heading(page, words.headings.scope)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await onNext();
  await expect(heading(page, words.headings.routing)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(console.host('good').name);
  await page.keyboard.press('Enter');
  await onNext();
  await expect(heading(page, words.headings.security)).toBeFocused();
  await onNext();
  await expect(heading(page, words.headings.validation)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('user@contoso.test');
  await page.keyboard.press('Enter');
  const start = page.getByRole('button', { name: words.validation.start, exact: true });
  for (let tries = 0; tries < 10; tries += 1) {
    if (await start.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await enabled(next(page, words)).toBeEnabled();
  await onNext();
  await expect(heading(page, words.headings.review)).toBeFocused();
  for (let tries = 0; tries < 40; tries += 1) {
    if (await create(page).evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/connectors\?connector=/);
});

test('helpdesk is told that the wizard needs an admin', async ({ console, context, page }) => {
  await console.signIn(context, HELPDESK);
  await page.goto(`${console.url}/connectors/new`);
  await expect(page.getByRole('heading', { name: 'This page needs an admin' })).toBeVisible();
});
