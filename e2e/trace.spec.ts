// The route trace on the article's worked example: who takes a message and why, what a change would move.
import { expect, type Page } from '@playwright/test';
import italianRoutes from '../messages/it/routes.json' with { type: 'json' };
import italian from '../messages/it/trace.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { test } from './support/article';
import { ADMIN, HELPDESK } from './support/console';

const recipients = (page: Page) => page.getByRole('textbox', { name: 'Recipients' });
const answer = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Answer' }).getByRole('region', { name, exact: true });
const path = (page: Page, name: string) =>
  answer(page, name).getByRole('list', { name: 'The path of the message' });

/** A page that has just been sent takes no keys until it has come alive. */
const type = (page: Page, text: string) =>
  expect(async () => {
    await recipients(page).fill('');
    await recipients(page).fill(text);
    await expect(page).toHaveURL(/to=/, { timeout: 1_000 });
  }).toPass();

test.beforeEach(({ console, context }) => console.signIn(context, HELPDESK));

test('the answer comes as one types, with its reason, its path and the others', async ({ page }) => {
  await page.goto('/trace');
  await expect(page.getByRole('heading', { name: 'Where would it go?' })).toBeVisible();
  await expectAccessible(page);
  await type(page, 'john@sales.contoso.com');
  const connector3 = answer(page, 'Connector 3');
  await expect(connector3).toContainText('*.contoso.com covers this domain');
  await expect(
    path(page, 'Connector 3').getByRole('listitem').filter({ hasText: 'Smart host' }),
  ).toContainText('mail.contoso.com:2525');
  await expect(connector3).toContainText('read word for word gives “Connector 1”');
  await expect(connector3).toContainText(
    'Old sales It names sales.contoso.com. It is turned off. If it were on',
  );
  await expect(connector3).toContainText(
    'Connector 1 It is for all accepted domains. That is less specific.',
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await connector3.getByRole('link', { name: 'Connector 3' }).click();
  await expect(page.getByRole('dialog')).toContainText('Connector 3');
});

test('a link opens with every recipient’s answer, before any script has run', async ({
  browser,
  console,
}) => {
  const context = await browser.newContext({ baseURL: console.url, javaScriptEnabled: false });
  await console.signIn(context, HELPDESK);
  const page = await context.newPage();
  const to = [
    'a@fabrikam.com',
    'b@contoso.com',
    'john@sales.contoso.com',
    'c@contoso.onmicrosoft.com',
    'l@tailspin.com',
  ];
  await page.goto(`/trace?${to.map((address) => `to=${address}`).join('&')}&to=g@gmail.com&to=nobody`);
  await expect(page.getByRole('region', { name: 'Answer' }).getByRole('heading')).toHaveText([
    'Connector 1',
    'Connector 2',
    'Connector 3',
    'Legal archive',
    'No connector',
    'Not an address',
  ]);
  await expect(answer(page, 'Connector 1')).toContainText('To a@fabrikam.com, c@contoso.onmicrosoft.com');
  await expect(answer(page, 'Legal archive')).toContainText(
    'The transport rule “Legal mail” redirects the message',
  );
  await expect(path(page, 'No connector')).toContainText('of gmail.com');
  await expect(answer(page, 'Not an address')).toContainText('“nobody”');
  await context.close();
});

test('what if: a draft is published, a connector is turned on or off', async ({ page }) => {
  await page.goto('/trace?to=g@gmail.com&to=john@sales.contoso.com');
  await expect(async () => {
    await page
      .getByRole('combobox', { name: 'What if?' })
      .selectOption({ label: 'The draft of “Connector 1” is published' });
    await expect(page.getByText('1 recipient would go another way:')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('g@gmail.com: No connector → Connector 1')).toBeVisible();
  await expect(answer(page, 'Connector 1')).toContainText('* covers every domain');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(answer(page, 'No connector')).toBeVisible();
  await expect(page).toHaveURL(/whatif=publish/);
  await page.getByRole('button', { name: 'Drop this what-if' }).click();
  await answer(page, 'Connector 3').getByText('2 other connectors match').click();
  await answer(page, 'Connector 3').getByRole('button', { name: 'What if it were on?' }).click();
  await expect(page.getByText('john@sales.contoso.com: Connector 3 → Old sales')).toBeVisible();
});

test('an older answer never covers a newer question', async ({ page }) => {
  await page.goto('/trace');
  await type(page, 'a@fabrikam.com');
  await expect(answer(page, 'Connector 1')).toBeVisible();
  // The next answer is held back until the one behind it is there.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/trace', async (route) => {
    if (route.request().postData()?.includes('b@contoso.com"]')) await held;
    await route.continue().catch(() => undefined);
  });
  await recipients(page).fill('b@contoso.com');
  await expect(page).toHaveURL(/b@contoso\.com/);
  await recipients(page).fill('john@sales.contoso.com');
  await expect(answer(page, 'Connector 3')).toBeVisible();
  release();
  await page.waitForTimeout(300);
  await expect(answer(page, 'Connector 3')).toBeVisible();
  await expect(answer(page, 'Connector 2')).toHaveCount(0);
});

test('in Italian', async ({ console, context, page }) => {
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await console.signIn(context, ADMIN);
  await page.goto('/trace?to=john@sales.contoso.com&to=nobody');
  await expect(page.getByRole('heading', { name: italian.title, level: 1 })).toBeVisible();
  const region = page.getByRole('region', { name: 'Connector 3' });
  await expect(region).toContainText('*.contoso.com, nel connettore, comprende questo dominio');
  await expect(region).toContainText('letto alla lettera dà “Connector 1”');
  await expect(page.getByRole('region', { name: italian.answer.unreadable })).toContainText(
    italianRoutes.reason.unreadable,
  );
  await expectAccessible(page);
});

test('the questions are for people who are signed in, and bounded', async ({ context, page }) => {
  const ask = (data: object) => page.request.post('/api/trace', { data });
  const question = { recipients: ['a@contoso.com'], sender: '', headers: [], size: '' };
  expect((await ask(question)).status()).toBe(200);
  expect((await ask({ ...question, recipients: Array(1_001).fill('a@contoso.com') })).status()).toBe(400);
  expect((await ask({ ...question, size: 'x'.repeat(5_000_000) })).status()).toBe(400);
  await context.clearCookies();
  expect((await ask(question)).status()).toBe(401);
});
