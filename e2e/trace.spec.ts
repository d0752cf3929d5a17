// The route trace on the article's worked example: who takes a message and why, what a change would move.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import italianAttribution from '../messages/it/attribution.json' with { type: 'json' };
import italianCoverage from '../messages/it/coverage.json' with { type: 'json' };
import italianRoutes from '../messages/it/routes.json' with { type: 'json' };
import italian from '../messages/it/trace.json' with { type: 'json' };
import italianList from '../messages/it/traceList.json' with { type: 'json' };
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

test('in Italian: what if, a list, the other way, and the map', async ({ console, context, page }) => {
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  const region = page.getByRole('region', { name: italian.answer.label });
  await page.goto('/trace?to=g@gmail.com');
  await expect(async () => {
    await page
      .getByRole('combobox', { name: italian.whatIf.label })
      .selectOption({ label: italian.whatIf.publish.replace('{name}', 'Connector 1') });
    await expect(page.getByText('1 destinatario cambierebbe percorso:')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(`g@gmail.com: ${italian.answer.default} → Connector 1`)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: italian.modes.list }).click();
  const box = page.getByRole('textbox', { name: italianList.paste });
  const rows = page.getByRole('table', { name: italianList.table.label }).getByRole('row');
  await expect(async () => {
    await box.fill('');
    await box.fill('john@sales.contoso.com\nnessuno');
    await page.getByRole('button', { name: italianList.start }).click({ timeout: 1_000 });
    await expect(rows).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
  await expect(rows.nth(1)).toContainText('Connector 3');
  await expect(rows.nth(2)).toContainText(italianList.summary.unreadable);
  await expectAccessible(page);

  await page.goto('/trace?mode=inbound&ip=198.51.100.9&from=ada@contoso.com&to=eve@elsewhere.example');
  await expect(region).toContainText('550 5.7.64');
  await expect(region).toContainText(italianAttribution.reason.none);
  await expectAccessible(page);

  await page.goto('/coverage');
  await expect(page.getByRole('heading', { name: italianCoverage.title, level: 1 })).toBeVisible();
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'sales.contoso.com', exact: true }) });
  await expect(row).toContainText(italianCoverage.mark.off);
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

test.describe('many recipients', () => {
  const LIST = 'Many recipients';
  const alert = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });
  const rows = (page: Page) => page.getByRole('table', { name: 'Rows' }).getByRole('row');

  test('a pasted list has a row for each address, good or bad, and goes back as CSV', async ({ page }) => {
    await page.goto('/trace');
    await page.getByRole('link', { name: LIST }).click();
    await expect(page).toHaveURL(/mode=list/);
    const pasted = [
      'john@sales.contoso.com',
      '"a b"@contoso.com',
      '<@relay.com:a@fabrikam.com>',
      'jürgen@münchen.de',
      '=1+1',
    ];
    await expect(async () => {
      await page.getByRole('textbox', { name: 'Addresses' }).fill('');
      await page.getByRole('textbox', { name: 'Addresses' }).fill(pasted.join('\n'));
      await page.getByRole('button', { name: 'Trace the list' }).click({ timeout: 1_000 });
      await expect(rows(page)).not.toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await expect(rows(page)).toHaveCount(6);
    await expect(rows(page).nth(1)).toContainText('Connector 3');
    await expect(rows(page).nth(2)).toContainText('Connector 2');
    await expect(rows(page).nth(3)).toContainText('Connector 1');
    await expect(rows(page).nth(4)).toContainText('No connector');
    await expect(rows(page).nth(5)).toContainText('Not an address');
    await expectAccessible(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const saved = await (await saving).path().then((file) => readFile(file, 'utf8'));
    expect(saved.split('\r\n')).toHaveLength(7);
    expect(saved).toContain(`5,"'=1+1",,Not an address`);
    expect(saved).toContain('4,jürgen@münchen.de,jürgen@xn--mnchen-3ya.de,');
    await page.getByRole('button', { name: 'Connector 3 1 row' }).click();
    await expect(rows(page)).toHaveCount(2);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
    await rows(page).getByRole('link', { name: 'john@sales.contoso.com' }).click();
    await expect(answer(page, 'Connector 3')).toBeVisible();
  });

  test('ten thousand rows of a file are followed, stopped and gone on with', async ({ page }) => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `Person ${at},p${at}@${at % 2 ? 'fabrikam' : 'contoso'}.com`,
    );
    const buffer = Buffer.from(`Name,Email\n${lines.join('\n')}`);
    // Slow enough to press a button meanwhile.
    await page.route('**/api/trace/list', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await route.continue().catch(() => undefined);
    });
    await page.goto('/trace?mode=list');
    const choose = page.locator('input[type=file]');
    await expect(async () => {
      await choose.setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
      await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(alert(page, 'of 10,000 rows')).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('button', { name: 'Connector 1 5,000 rows' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connector 2 5,000 rows' })).toBeVisible();
    await expect(page.getByText('1–50 of 10,000')).toBeVisible();
  });

  test('what is too much or no list is told at once', async ({ page }) => {
    await page.goto('/trace?mode=list');
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await expect(async () => {
      await choose('empty.csv', Buffer.from('\n'));
      await expect(alert(page, 'There is no row in it.')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await choose('large.csv', Buffer.alloc(49_000_000, 'a@contoso.com\n'));
    await expect(alert(page, 'larger than 10 MB')).toBeVisible();
    await choose('book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    await expect(alert(page, 'no CSV file')).toBeVisible();
  });
});

test('the other way: whose a connection is, and the reply, as one types', async ({ page }) => {
  await page.goto('/trace?mode=inbound&ip=203.0.113.7&from=ada@contoso.com&to=eve@elsewhere.example');
  const region = page.getByRole('region', { name: 'Answer' });
  await expect(region.getByRole('heading', { name: 'From Contoso' })).toBeVisible();
  await expect(region.getByRole('list', { name: 'The path of the connection' })).toContainText('1 accepted');
  await expectAccessible(page);
  const ip = page.getByRole('textbox', { name: 'IP address of the sending server' });
  await expect(async () => {
    await ip.fill('');
    await ip.fill('198.51.100.9');
    await expect(page).toHaveURL(/ip=198\.51\.100\.9/, { timeout: 1_000 });
  }).toPass();
  await expect(region.getByRole('heading', { name: 'No connector' })).toBeVisible();
  await expect(region.getByRole('list', { name: 'What becomes of the recipients' })).toContainText(
    '550 5.7.64',
  );
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});

test('the coverage map: who takes each domain and who stands behind, as a table and as cards', async ({
  page,
}) => {
  await page.goto('/coverage');
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'sales.contoso.com', exact: true }) });
  const cell = async (column: string) => {
    const heads = await page.getByRole('columnheader').allTextContents();
    return row.locator('th, td').nth(heads.indexOf(column));
  };
  await expect(await cell('Connector 3')).toHaveText('takes the mail');
  await expect(await cell('Connector 1')).toHaveText('matches, too');
  await expect(await cell('Old sales')).toHaveText('would take it if it were on');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'sales.contoso.com', exact: true }) });
  await expect(card).toContainText('Connector 3 takes the mail');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await card.getByRole('link', { name: 'sales.contoso.com', exact: true }).click();
  await expect(answer(page, 'Connector 3')).toBeVisible();
});
