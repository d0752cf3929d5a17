// Mail flow > Connectors as admins and helpdesk use it: the list, its URL, the panel, deleting.
import { expect, type Page } from '@playwright/test';
import { deleteConnectors } from '../lib/operations/delete-connectors';
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK, startConsole, test } from './support/console';
import { colleague, storeConnectors as save } from './support/stored-connectors';

const names = (page: Page) => page.getByRole('row').getByRole('link').allTextContents();
const panel = (page: Page) => page.getByRole('dialog');

test.describe('as an admin', () => {
  test.beforeEach(({ console, context }) => console.signIn(context, ADMIN));

  test('the list shows what EAC shows, and how the last validation went', async ({ console, page }) => {
    await save(console, 'Shown', [
      { name: 'good', outcome: 'passed' },
      { name: 'broken', outcome: 'failed', enabled: false },
      { name: 'new' },
    ]);
    await page.goto('/connectors?q=Shown');
    await expect(page.getByRole('heading', { name: 'Connectors', level: 1 })).toBeVisible();
    await expect(page.getByRole('columnheader')).toHaveText([
      '',
      'Status',
      'Name',
      'From',
      'To',
      'Validation',
    ]);
    const row = (name: string) => page.getByRole('row').filter({ hasText: `Shown ${name}` });
    await expect(row('good')).toContainText('OnShown goodO365Your orgPassed2 hours ago');
    await expect(row('broken')).toContainText('OffShown brokenO365Your orgFailed2 hours ago');
    await expect(row('new')).toContainText('Never');
    await expect(page.getByRole('link', { name: 'Add a connector' })).toHaveAttribute(
      'href',
      '/connectors/new',
    );
    await expectAccessible(page);
  });

  test('a click on a heading sorts, another turns it round, and the address says so', async ({
    console,
    page,
  }) => {
    await save(console, 'Sorted', [{ name: 'b', enabled: false }, { name: 'a' }, { name: 'c' }]);
    await page.goto('/connectors?q=Sorted');
    expect(await names(page)).toEqual(['Sorted a', 'Sorted b', 'Sorted c']);
    const heading = (name: string) => page.getByRole('columnheader', { name });
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
    await heading('Name').getByRole('button').click();
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => names(page)).toEqual(['Sorted c', 'Sorted b', 'Sorted a']);
    await heading('Status').getByRole('button').press('Enter');
    await expect(page).toHaveURL(/sort=status/);
    await expect.poll(() => names(page)).toEqual(['Sorted b', 'Sorted a', 'Sorted c']);
  });

  test('search and filters narrow the list, and their address can be shared', async ({ console, page }) => {
    await save(console, 'Narrow', [
      { name: 'one', outcome: 'passed' },
      { name: 'two', outcome: 'failed' },
      { name: 'three', enabled: false },
    ]);
    await page.goto('/connectors');
    await page.getByRole('searchbox', { name: 'Search' }).fill('narrow');
    await expect(page).toHaveURL(/q=narrow/);
    await expect.poll(() => names(page)).toEqual(['Narrow one', 'Narrow three', 'Narrow two']);
    await page.getByRole('button', { name: 'Filter by Status' }).click();
    await page.getByRole('menuitemradio', { name: 'On' }).click();
    await expect.poll(() => names(page)).toEqual(['Narrow one', 'Narrow two']);
    await page.getByRole('button', { name: 'Filter by Validation' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Failed' }).click();
    await expect.poll(() => names(page)).toEqual(['Narrow two']);
    await expect(page).toHaveURL(/\?q=narrow&status=on&validation=failed$/);
    await page.reload();
    expect(await names(page)).toEqual(['Narrow two']);
    await expect(page.getByRole('button', { name: 'Filter by Status: On' })).toBeVisible();

    await page.getByRole('searchbox', { name: 'Search' }).fill('narrow nothing');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'No connector matches' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page).toHaveURL(/\/connectors$/);
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
  });

  test('long lists come in pages, and an address that is wrong still opens a list', async ({
    console,
    page,
  }) => {
    const numbers = Array.from({ length: 30 }, (_, n) => ({ name: String(n + 10) }));
    await save(console, 'Paged', numbers);
    await page.goto('/connectors?q=Paged');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await expect(pages).toContainText('1–25 of 30');
    await pages.getByRole('button', { name: 'Next page' }).click();
    await expect(pages).toContainText('26–30 of 30');
    await expect(page).toHaveURL(/page=2/);
    await pages.getByRole('combobox', { name: 'Rows per page' }).selectOption('50');
    await expect(pages).toContainText('1–30 of 30');
    await page.goto('/connectors?q=Paged&page=999&size=7&sort=constructor&validation=%01,x&status=%27');
    await expect(pages).toContainText('26–30 of 30');
  });

  test('a connector opens in a panel with its own address', async ({ console, page }) => {
    const [id = ''] = await save(console, 'Opened', [
      { name: 'first', outcome: 'failed' },
      { name: 'second' },
    ]);
    await page.goto('/connectors?q=Opened');
    await page.getByRole('link', { name: 'Opened first' }).click();
    await expect(page).toHaveURL(new RegExp(`connector=${id}`));
    await expect(panel(page).getByRole('heading', { level: 3 })).toHaveText([
      'Mail flow scenario',
      'Name',
      'Status',
      'Use of connector',
      'Routing',
      'Security restrictions',
      'Validation',
      // “second” is for the same domains.
      'Together with the rest of the set-up',
    ]);
    await expect(panel(page)).toContainText(
      'Route email messages through these smart hosts: mail.contoso.com:2525',
    );
    await expect(panel(page)).toContainText('the subject name matches this domain: contoso.com');
    await expect(panel(page)).toContainText('Last validation resultValidation failed');
    await expect(panel(page)).toContainText('Version 1 · saved by Ada');
    await expectAccessible(page);

    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(page).toHaveURL(/\?q=Opened$/);
    await expect(page.getByRole('link', { name: 'Opened first' })).toBeFocused();

    await page.getByRole('row').filter({ hasText: 'Opened second' }).getByText('Your org').click();
    await expect(panel(page).getByRole('heading', { name: 'Opened second' })).toBeVisible();
    await page.goBack();
    await expect(panel(page)).toBeHidden();

    await page.goto(`/connectors?connector=${id}`);
    await expect(panel(page).getByRole('heading', { name: 'Opened first' })).toBeVisible();
    await panel(page).getByRole('button', { name: 'Close' }).click();
    await expect(panel(page)).toBeHidden();
    await expect(page).toHaveURL(/\/connectors$/);
  });

  test('a link to a connector that is gone says so', async ({ page }) => {
    await page.goto('/connectors?connector=nobody');
    await expect(panel(page).getByRole('heading', { name: 'This connector is not there' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
  });

  test('deleting asks first, says what it means for mail, and what came of each', async ({
    console,
    page,
  }) => {
    const ids = await save(console, 'Deleted', [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]);
    await page.goto('/connectors?q=Deleted');
    const remove = page.getByRole('button', { name: 'Delete' });
    await expect(remove).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Select Deleted a' }).check();
    await page.getByRole('checkbox', { name: 'Select Deleted b' }).check();
    await expect(page.getByText('2 selected')).toBeVisible();
    await remove.click();
    const question = page.getByRole('alertdialog', { name: 'Delete 2 connectors?' });
    await expect(question).toContainText('Deleted a: Mail to *.fabrikam.com');
    await expect(question).toContainText(/changes? (its|their) route/);
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(remove).toBeFocused();

    // Somebody else is faster with one of them.
    await deleteConnectors(colleague(console), { ids: ids.slice(0, 1) });
    await remove.click();
    await question.getByRole('button', { name: 'Delete' }).click();
    const report = page.getByRole('alertdialog', { name: '1 of 2 connectors were deleted' });
    await expect(report.getByRole('listitem')).toHaveText([
      'Deleted aIt is not there any more: somebody has deleted it.',
      'Deleted bDeleted',
    ]);
    await expectAccessible(page);
    await report.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('“Deleted b” was deleted.')).toBeVisible();
    await expect(page.locator(':focus')).toContainText('was deleted');
    await expect.poll(() => names(page)).toEqual(['Deleted c', 'Deleted d']);

    await page.getByRole('link', { name: 'Deleted c' }).click();
    await panel(page).getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('alertdialog', { name: 'Delete “Deleted c”?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(page.getByText('“Deleted c” was deleted.')).toBeVisible();
    await expect(panel(page)).toBeHidden();
    await expect.poll(() => names(page)).toEqual(['Deleted d']);
    await expect(page.locator(':focus')).toContainText('was deleted');
  });

  test('on a phone rows are cards, in Italian too', async ({ console, context, page }) => {
    await save(console, 'Telefono', [{ name: 'primo', outcome: 'passed' }]);
    const { hostname } = new URL(console.url);
    await context.addCookies([{ name: 'locale', value: 'it', domain: hostname, path: '/' }]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/connectors?q=Telefono');
    await expect(page.getByRole('heading', { name: 'Connettori', level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Aggiungi un connettore' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Telefono primo' })).toContainText('Riuscita');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Telefono primo' }).click();
    await expect(panel(page).getByRole('heading', { name: 'Restrizioni di sicurezza' })).toBeVisible();
    const box = await panel(page).boundingBox();
    expect(box?.width).toBe(390);
    await expectAccessible(page);
  });
});

test('helpdesk sees everything, and why it can add and delete nothing', async ({
  console,
  context,
  page,
}) => {
  await save(console, 'Helped', [{ name: 'one' }]);
  await console.signIn(context, HELPDESK);
  await page.goto('/connectors?q=Helped');
  const add = page.getByRole('link', { name: 'Add a connector' });
  await expect(add).toBeDisabled();
  await expect(add).toHaveAccessibleDescription('Only admins can add connectors.');
  // A focus that comes before the page listens opens no tooltip.
  await expect(async () => {
    await add.blur();
    await add.focus();
    await expect(page.getByRole('tooltip')).toHaveText('Only admins can add connectors.', { timeout: 1_000 });
  }).toPass();
  await add.press('Enter');
  await expect(page).toHaveURL(/q=Helped/);
  await page.getByRole('checkbox', { name: 'Select Helped one' }).check();
  await page.getByRole('link', { name: 'Helped one' }).click();
  await expect(panel(page).getByRole('button', { name: 'Delete' })).toBeDisabled();
  await expect(panel(page).getByRole('heading', { name: 'Security restrictions' })).toBeVisible();
});

test('nobody reads connectors without signing in', async ({ console, page, request }) => {
  const [id] = await save(console, 'Secret', [{ name: 'one' }]);
  const answer = await request.get(`/api/connectors/${id}`);
  expect(answer.status()).toBe(401);
  expect(await answer.json()).toEqual({ problem: { kind: 'signedOut' } });
  await page.goto(`/connectors?connector=${id}`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fconnectors%3Fconnector/);
});

test('an empty list says what connectors are for and offers the first step', async ({ browser }) => {
  const console = await startConsole();
  try {
    await console.addPerson(ADMIN);
    const context = await browser.newContext({ baseURL: console.url });
    await console.signIn(context, ADMIN);
    const page = await context.newPage();
    await page.goto('/connectors');
    await expect(page.getByRole('heading', { name: 'No connectors yet' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Add your first connector' })).toHaveAttribute(
      'href',
      '/connectors/new',
    );
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expectAccessible(page);
    await context.close();
  } finally {
    await console.stop();
  }
});
