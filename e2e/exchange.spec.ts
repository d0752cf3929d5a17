// A tenant comes in by its file, its plan is read and taken over, and what is changed here goes out again: in both languages,
// by keyboard, on a phone; and what happens to files that nobody can read.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import en from '../messages/en/exchange.json' with { type: 'json' };
import enLife from '../messages/en/life.json' with { type: 'json' };
import enSetup from '../messages/en/mailSetup.json' with { type: 'json' };
import enWizard from '../messages/en/wizard.json' with { type: 'json' };
import it from '../messages/it/exchange.json' with { type: 'json' };
import itLife from '../messages/it/life.json' with { type: 'json' };
import itSetup from '../messages/it/mailSetup.json' with { type: 'json' };
import itWizard from '../messages/it/wizard.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK } from './support/console';
import { edit, goTo, publishAs } from './support/edited-connector';
import { testOnOwnConsole } from './support/own-console';
import { TENANT, tenantFile } from './support/tenant-sample';

const test = testOnOwnConsole();

const MESSAGES = {
  en: { exchange: en, mailSetup: enSetup, life: enLife, wizard: enWizard },
  it: { exchange: it, mailSetup: itSetup, life: itLife, wizard: itWizard },
};
const PHONE = { width: 390, height: 844 };
const slow = expect.configure({ timeout: 20_000 });

const t = createTranslator({ locale: 'en', messages: MESSAGES.en });
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

test('helpdesk reads imports and exports, and is told why it can’t import', async ({
  console,
  context,
  page,
}) => {
  await context.clearCookies();
  await console.signIn(context, HELPDESK);
  await page.goto('/exchange');
  await expect(button(page, t('exchange.input.choose'))).toBeDisabled();
  await expect(page.getByText(t('exchange.onlyAdmins'))).toBeVisible();
  await expect(page.getByRole('textbox', { name: t('exchange.input.paste') })).toHaveCount(0);
  await expectAccessible(page);
  const refused = await page.request.post('/api/exchange/imports?name=tenant.json', { data: '{}' });
  expect(refused.status()).toBe(403);

  await page.getByRole('link', { name: 'later.json' }).click();
  await expect(page.getByText(/took this over on/)).toBeVisible();
  await page.getByRole('link', { name: t('exchange.plan.views.live') }).click();
  await expect(row(page, 'To HQ')).toBeVisible();
  await expect(row(page, 'To HQ').getByRole('checkbox')).toHaveCount(0);
  await expect(button(page, t('exchange.plan.takeOver'))).toBeDisabled();

  await page.goto('/connectors');
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'To HQ', exact: true }) })
    .getByRole('checkbox')
    .check();
  await page.getByRole('link', { name: t('life.commands.export'), exact: true }).click();
  await expect(page).toHaveURL(/\/exchange\/export\?connector=/);
  await expect(code(page)).toContainText("'To HQ'");
  await expect(code(page)).not.toContainText("'Bank'");
  await page.getByRole('combobox').pressSequentially('ban');
  await page.getByRole('option', { name: 'Bank' }).click();
  await expect(code(page)).toContainText("'Bank'");
  await page.getByRole('radio', { name: new RegExp(`^${t('exchange.export.format.json.label')}`) }).check();
  await expect(code(page)).toContainText('"name": "Bank"');
  await expectAccessible(page);
});

test('two imports are compared, and one is removed after a question', async ({ console, page }) => {
  await page.goto('/exchange');
  const imports = page.getByRole('table', { name: t('exchange.kept.title') });
  const boxes = imports.getByRole('checkbox');
  await expect(button(page, t('exchange.kept.compare'))).toBeDisabled();
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await button(page, t('exchange.kept.compare')).click();
  await expect(page).toHaveURL(/\/compare\?from=.*&to=/);
  await expect(row(page, 'relay.contoso.com')).toContainText(t('exchange.plan.result.gone'));
  await expect(row(page, 'new.contoso.com')).toContainText(t('exchange.plan.result.added'));
  await button(page, 'new.contoso.com').click();
  await expect(page.getByText(t('exchange.plan.blocks.type'), { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/exchange');
  const count = await console.store.client.exchangeImport.count();
  await boxes.nth(1).check();
  await button(page, t('mailSetup.remove')).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('later.json');
  await question.getByRole('button', { name: t('mailSetup.remove') }).click();
  await expect(page.getByText(t('exchange.kept.removed', { count: 1 }))).toBeVisible();
  expect(await console.store.client.exchangeImport.count()).toBe(count - 1);
});

test('in italiano, da telefono e con la sola tastiera', async ({ console, context, page }) => {
  const italian = createTranslator({ locale: 'it', messages: MESSAGES.it });
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await page.setViewportSize(PHONE);
  const tenant = {
    ...TENANT,
    AcceptedDomains: [{ DomainName: 'nuovo.contoso.com', DomainType: 'Authoritative' }],
  };
  await page.goto('/exchange');
  await expectAccessible(page);
  await page
    .getByLabel(italian('exchange.input.choose'))
    .last()
    .setInputFiles(tenantFile('italia.json', tenant));
  await slow(row(page, 'nuovo.contoso.com')).toContainText(italian('exchange.plan.result.added'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectAccessible(page);

  await button(page, 'nuovo.contoso.com').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: italian('exchange.plan.sides.file') })).toBeVisible();
  await expect(page.getByText('Autorevole').last()).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(row(page, 'nuovo.contoso.com').getByRole('checkbox')).not.toBeChecked();
  await page.keyboard.press('Space');
  await button(page, italian('exchange.plan.takeOver')).focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(italian('exchange.plan.apply.title', { count: 1 }));
  await question.getByRole('button', { name: italian('exchange.plan.apply.confirm') }).focus();
  await page.keyboard.press('Enter');
  await slow(page.getByText(/^Importati: nessun connettore, un dominio accettato/)).toBeVisible();

  await page.goto('/exchange/export');
  await expect(code(page)).toContainText('# Configurazione del flusso di posta');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectAccessible(page);
});
