// What is left of a connector's past: its history, any two versions compared, the report, what was deleted.
import { expect, type Page } from '@playwright/test';
import { deleteConnectors } from '../lib/operations/delete-connectors';
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK, test } from './support/console';
import { colleague, publish, storeConnectors } from './support/stored-connectors';

const panel = (page: Page) => page.getByRole('dialog');

test.describe('as an admin', () => {
  test.beforeEach(({ console, context }) => console.signIn(context, ADMIN));

  test('the history tells what each version changed, compares two, and leads to restoring', async ({
    console,
    page,
  }) => {
    const [id = ''] = await storeConnectors(console, 'Past', [{ name: 'one' }]);
    await page.goto(`/connectors/${id}/history`);
    await expect(page.getByText('This is the only version so far.')).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);

    await publish(console, id, { smartHosts: ['mail2.contoso.com'] }, 'A new server');
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.contoso.com`);
    await publish(console, id, { recipientDomains: hosts });
    await page.reload();
    const versions = page.getByRole('list', { name: 'Versions' }).locator('> li');
    await expect(versions).toHaveCount(3);
    await expect(versions.nth(0)).toContainText('Version 3In force');
    await expect(versions.nth(1)).toContainText('Smart host mail2.contoso.com added');
    await expect(versions.nth(1)).toContainText('Note: A new server');
    await expect(versions.nth(1)).toContainText('Agreed by phone');
    await expect(versions.nth(2)).toContainText('Connector created');
    await versions.nth(0).getByRole('button', { name: 'and 3 more' }).click();
    await expect(versions.nth(0)).toContainText('Domain f.contoso.com added');
    await expectAccessible(page);
    await expect(page.getByRole('link', { name: 'Restore version 1' })).toHaveAttribute(
      'href',
      `/connectors/${id}/edit?restore=1`,
    );

    await page.getByRole('checkbox', { name: 'Choose version 1 for comparing' }).check();
    await page.getByRole('link', { name: 'Compare version 1 with version 2' }).click();
    await expect(page).toHaveURL(/compare=1,2$/);
    await expect(page.getByRole('heading', { name: '2 differences' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Version 1' })).toContainText('mail.contoso.com:2525');
    await expect(page.getByRole('region', { name: 'Version 2' })).toContainText('mail2.contoso.com');
    await expectAccessible(page);
  });

  test('fifty versions come at first, and the older ones when they are asked for', async ({
    console,
    page,
  }) => {
    const [id = ''] = await storeConnectors(console, 'Long', [{ name: 'one' }]);
    for (let number = 2; number <= 53; number += 1) {
      await publish(console, id, { description: `Change ${number}` });
    }
    await page.goto(`/connectors/${id}/history`);
    const versions = page.getByRole('list', { name: 'Versions' }).locator('> li');
    await expect(versions).toHaveCount(50);
    await page.getByRole('button', { name: 'Load older versions' }).click();
    await expect(versions).toHaveCount(53);
    await expect(page.getByRole('button', { name: 'Load older versions' })).toHaveCount(0);
  });

  test('a deleted connector keeps its history, to read', async ({ console, page }) => {
    const [id = ''] = await storeConnectors(console, 'Buried', [{ name: 'one' }]);
    await publish(console, id, { description: 'Changed' });
    await deleteConnectors(colleague(console), { ids: [id] });
    await page.goto(`/connectors/${id}/history`);
    await expect(page.getByText('Grace deleted this connector')).toBeVisible();
    await expect(page.getByText('Last in force')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Restore/ })).toHaveCount(0);
    await expectAccessible(page);
  });

  test('the report prints without the frame, and is copied as text', async ({ console, context, page }) => {
    const [id = ''] = await storeConnectors(console, 'Reported', [{ name: 'one', outcome: 'failed' }]);
    await publish(console, id, { description: 'For the helpdesk' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/connectors/${id}/report`);
    await expect(page.getByRole('heading', { name: 'Reported one', level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Settings in force' })).toContainText('For the helpdesk');
    await expect(page.getByRole('region', { name: 'Last validation' })).toContainText('Validation failed');
    await expect(page.getByRole('region', { name: 'Recent changes' })).toContainText('Version 2 · Grace');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('Reported one\n============\n');
    expect(text).toContain('RECENT CHANGES\n--------------\nVersion 2 · Grace');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Reported one' })).toBeVisible();
  });

  test('in Italian on a phone: off, history, report and what was deleted', async ({
    console,
    context,
    page,
  }) => {
    const [id = ''] = await storeConnectors(console, 'Vita', [{ name: 'uno', outcome: 'passed' }]);
    await publish(console, id, { description: 'Cambiata' });
    const { hostname } = new URL(console.url);
    await context.addCookies([{ name: 'locale', value: 'it', domain: hostname, path: '/' }]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/connectors?q=Vita&connector=${id}`);
    await panel(page).getByRole('button', { name: 'Disattiva' }).click();
    const question = page.getByRole('alertdialog', { name: 'Disattivare “Vita uno”?' });
    await expect(question).toContainText('La posta per *.fabrikam.com non userà più questo connettore.');
    await question.getByRole('button', { name: 'Disattiva' }).click();
    await expect(panel(page)).toContainText('“Vita uno” è disattivato.');
    await expectAccessible(page);
    await panel(page).getByRole('link', { name: 'Cronologia' }).click();
    await expect(page.getByRole('heading', { name: 'Cronologia di “Vita uno”' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Versioni' })).toContainText('Descrizione');
    await expectAccessible(page);
    for (const path of ['history', 'history?compare=1,2', 'report']) {
      await page.goto(`/connectors/${id}/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
    await expect(page.getByRole('button', { name: 'Copia come testo' })).toBeVisible();
    await expectAccessible(page);
    await deleteConnectors(colleague(console), { ids: [id] });
    await page.goto('/connectors/deleted');
    await expect(page.getByRole('button', { name: 'Ripristina Vita uno' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  });
});

test('what is not there is not found, and nobody reads it without signing in', async ({
  console,
  context,
  page,
}) => {
  const [id = ''] = await storeConnectors(console, 'Closed', [{ name: 'one' }]);
  for (const path of [`${id}/history`, `${id}/report`, 'deleted']) {
    await page.goto(`/connectors/${path}`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  }
  await console.signIn(context, HELPDESK);
  for (const path of ['nobody/history', 'nobody/report', `${id}/history?compare=1,9`]) {
    expect((await page.goto(`/connectors/${path}`))?.status()).toBe(404);
  }
});
