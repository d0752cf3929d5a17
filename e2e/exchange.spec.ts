// A tenant comes in by its file, its plan is read and taken over, and what is changed here goes out again; and what
// happens to files that nobody can read.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import en from '../messages/en/exchange.json' with { type: 'json' };
import enWizard from '../messages/en/wizard.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN } from './support/console';
import { edit, goTo, publishAs } from './support/edited-connector';
import { test } from './support/own-console';
import { TENANT, tenantFile } from './support/tenant-sample';

const MESSAGES = { exchange: en, wizard: enWizard };
const slow = expect.configure({ timeout: 20_000 });

const t = createTranslator({ locale: 'en', messages: MESSAGES });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
const code = (page: Page) => page.getByRole('region').locator('pre');

async function bring(page: Page, file = tenantFile()): Promise<void> {
  await page.goto('/exchange');
  await page.getByLabel(t('exchange.input.choose')).last().setInputFiles(file);
}

test.describe.configure({ mode: 'serial' });
test.beforeEach(async ({ console, context }) => console.signIn(context, ADMIN));

test('a tenant is read, its plan taken over, one connector changed, and the difference goes out', async ({
  console,
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/exchange');
  await expect(page.getByText(t('exchange.kept.none'))).toBeVisible();
  await page.getByText(t('exchange.howTo.script'), { exact: true }).click();
  await expect(code(page)).toContainText('Get-OutboundConnector -IncludeTestModeConnectors');
  await expectAccessible(page);

  await bring(page);
  await slow(page).toHaveURL(/\/exchange\/imports\/[\w-]+$/);
  await expect(row(page, 'To HQ')).toContainText(t('exchange.plan.result.added'));
  await expect(row(page, 'Broken')).toContainText(t('exchange.plan.result.unreadable'));
  await expect(row(page, 'Broken').getByRole('checkbox')).toHaveCount(0);
  await expect(row(page, 'Bank')).toContainText('*.fabrikam.com');
  await expect(page.getByText('one rule that leads to no connector')).toBeVisible();
  expect(await console.store.client.connector.count()).toBe(0);

  await button(page, 'Bank').click();
  await expect(page.getByRole('heading', { name: t('exchange.plan.sides.file') })).toBeVisible();
  await expect(page).toHaveURL(/row=/);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: t('exchange.plan.sides.file') })).toBeVisible();
  await button(page, 'Bank').click();

  await page.getByRole('button', { name: /unreadable$/ }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /unreadable$/ }).click();
  await row(page, 'Archive').getByRole('checkbox').uncheck();
  await expect(page.getByText(t('exchange.plan.chosen', { count: 6 }))).toBeVisible();
  await row(page, 'Archive').getByRole('checkbox').check();

  await button(page, t('exchange.plan.takeOver')).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('textbox')).toHaveValue('Imported from tenant.json');
  await expectAccessible(page);
  await question.getByRole('button', { name: t('exchange.plan.apply.confirm') }).click();
  await slow(
    page.getByText(t('exchange.plan.applied.done', { connectors: 4, acceptedDomains: 2, transportRules: 1 })),
  ).toBeVisible();
  await expect(page.getByText(/took this over on/)).toBeVisible();
  await expectAccessible(page);
  const stored = await console.store.client.connector.findMany();
  expect(stored.map(({ name }) => name).sort()).toEqual(['Archive', 'Bank', 'From HQ', 'To HQ']);

  // Once more the same file: there is nothing to do.
  await bring(page);
  await slow(page.getByText(t('exchange.kept.title')).or(row(page, 'To HQ')).first()).toBeVisible();
  await slow(row(page, 'To HQ')).toContainText(t('exchange.plan.result.unchanged'));
  await expect(row(page, 'Legal')).toContainText(t('exchange.plan.result.unchanged'));
  await expect(row(page, 'relay.contoso.com')).toContainText(t('exchange.plan.result.unchanged'));
  await expect(button(page, t('exchange.plan.takeOver'))).toBeDisabled();

  // One connector gets another certificate.
  const id = stored.find(({ name }) => name === 'From HQ')?.id ?? '';
  await edit(page, id, '?step=authentication');
  const box = page.getByRole('textbox', { name: t('wizard.fields.senderCertificateName') });
  await expect(box).toHaveValue('*.contoso.com');
  await box.fill('smtp.contoso.com');
  await goTo(page, 'review');
  await page.getByText(t('exchange.script.ofConnector'), { exact: true }).click();
  await expect(code(page)).toContainText("'smtp.contoso.com'");
  await publishAs(page, 2);

  await page.goto('/exchange/export?form=change');
  await expect(code(page)).toContainText('Set-InboundConnector');
  await expect(code(page)).toContainText("'smtp.contoso.com'");
  await expect(code(page)).not.toContainText('New-OutboundConnector');
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: t('exchange.export.download') }).click();
  const file = await readFile(await (await waiting).path(), 'utf8');
  expect(file).toContain('smtp.contoso.com');
  await button(page, t('exchange.export.way.back')).click();
  await expect(page).toHaveURL(/reverse=1/);
  await expect(code(page)).toContainText("'*.contoso.com'");

  // What was changed here is not overwritten unless somebody says so.
  await bring(page);
  await slow(row(page, 'From HQ')).toContainText(t('exchange.plan.moved.here'));
  await expect(row(page, 'From HQ').getByRole('checkbox')).not.toBeChecked();
});

test('what moved here while somebody chose is marked, and the choice is kept', async ({ console, page }) => {
  const tenant = {
    ...TENANT,
    AcceptedDomains: [{ DomainName: 'new.contoso.com', DomainType: 'Authoritative' }],
  };
  await bring(page, tenantFile('later.json', tenant));
  await slow(row(page, 'new.contoso.com')).toBeVisible();
  const before = await row(page, 'Bank').textContent();
  await console.store.client.acceptedDomain.update({
    where: { domain: 'contoso.com' },
    data: { type: 'internalRelay', revision: { increment: 1 } },
  });
  await row(page, 'From HQ').getByRole('checkbox').check();
  await button(page, t('exchange.plan.takeOver')).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(t('exchange.plan.apply.overwrites', { count: 1 }));
  await question.getByRole('button', { name: t('exchange.plan.apply.confirm') }).click();
  await slow(page.getByText(t('exchange.plan.applied.moved'))).toBeVisible();
  await expect(row(page, 'From HQ').getByRole('checkbox')).toBeChecked();
  expect(await row(page, 'Bank').textContent()).toBe(before);
  await button(page, t('exchange.plan.takeOver')).click();
  await question.getByRole('button', { name: t('exchange.plan.apply.confirm') }).click();
  await slow(page.getByText(/^Taken over: one connector/)).toBeVisible();
});

test('a file that nobody can read is refused with its line, and what was pasted is still there', async ({
  console,
  page,
}) => {
  const count = await console.store.client.exchangeImport.count();
  const broken = JSON.stringify(TENANT, null, 2).replace('"UseMXRecord": false,', '"UseMXRecord": false,,');
  const line = broken.slice(0, broken.indexOf(',,')).split('\n').length;
  await page.goto('/exchange');
  const box = page.getByRole('textbox', { name: t('exchange.input.paste') });
  await box.fill(broken);
  await button(page, t('exchange.input.read')).click();
  const alert = page.getByRole('alert').filter({ hasText: t('exchange.input.refusal.notJson.title') });
  await slow(alert).toContainText(`Line ${line}, column`);
  await expect(alert.locator('code')).toContainText(',');
  await expect(box).toHaveValue(broken);
  await expectAccessible(page);

  // A long text never gets into the box, and is read at once.
  await box.evaluate(
    (field, text) => {
      const data = new DataTransfer();
      data.setData('text', text);
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    `${broken}${' '.repeat(2_000_000)}`,
  );
  await expect(page.getByText(t('exchange.input.pastedName'))).toBeVisible();
  await slow(alert).toContainText(`Line ${line}, column`);
  await expect(box).toHaveValue(broken);

  await page
    .getByLabel(t('exchange.input.choose'))
    .last()
    .setInputFiles({
      name: 'large.json',
      mimeType: 'application/json',
      buffer: Buffer.alloc(21 * 1024 * 1024, 32),
    });
  await expect(page.getByText(t('exchange.input.refusal.tooLarge.title', { max: 20 }))).toBeVisible();
  await bring(page, {
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('[{"Alias":"ada"}]'),
  });
  await slow(page.getByText(t('exchange.input.refusal.nothingKnown.title'))).toBeVisible();
  expect(await console.store.client.exchangeImport.count()).toBe(count);
});
