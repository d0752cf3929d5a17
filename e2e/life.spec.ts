// A connector's life around its settings: on and off, validated, deleted and given back, drafted; one or many at once.
import { expect, type Page } from '@playwright/test';
import { firstVersion, fromFabrikam } from '../lib/data/connector-for-tests';
import { insertConnector } from '../lib/data/connectors';
import { scopeOf } from '../lib/mailflow/setup-for-tests';
import { deleteConnectors } from '../lib/operations/delete-connectors';
import { editing } from '../lib/operations/editing';
import { saveDraft } from '../lib/operations/save-draft';
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK, test } from './support/console';
import { atGoodHost, colleague, done, publish, storeConnectors } from './support/stored-connectors';

const panel = (page: Page) => page.getByRole('dialog');
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const select = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` }).check();
const command = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.describe('as an admin', () => {
  test.beforeEach(({ console, context }) => console.signIn(context, ADMIN));

  test('turning off says what it means for mail, and can be undone', async ({ console, page }) => {
    const scope = scopeOf('switched.example');
    await storeConnectors(console, 'Switched', [{ name: 'one', outcome: 'passed', scope }]);
    await page.goto('/connectors?q=Switched');
    await select(page, 'Switched one');
    await command(page, 'Turn off').click();
    const question = page.getByRole('alertdialog', { name: 'Turn off “Switched one”?' });
    await expect(question).toContainText('Mail to switched.example no longer takes this connector.');
    const moved = question.getByRole('list', { name: 'Routes that change' });
    await expect(moved.getByRole('listitem')).toHaveCount(1);
    // Where to depends on what else the console has by then: setup-findings.spec.ts has one of its own.
    await expect(moved).toContainText('switched.exampleSwitched one');
    await expectAccessible(page);
    await question.getByRole('textbox', { name: 'Note (optional)' }).fill('Moving the server');
    await question.getByRole('button', { name: 'Turn off' }).click();
    await expect(row(page, 'Switched one')).toContainText('Off');
    await expect(page.locator(':focus')).toContainText('“Switched one” is turned off.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('“Switched one” is turned on.')).toBeVisible();
    await expect(row(page, 'Switched one')).toContainText('On');
  });

  test('without a passed validation, turning on takes a reason, and the panel shows it', async ({
    console,
    page,
  }) => {
    await storeConnectors(console, 'Reasoned', [{ name: 'one', enabled: false }]);
    await page.goto('/connectors?q=Reasoned');
    await page.getByRole('link', { name: 'Reasoned one' }).click();
    await panel(page).getByRole('button', { name: 'Turn on' }).click();
    const question = page.getByRole('alertdialog', { name: 'Turn on “Reasoned one”?' });
    await question.getByRole('button', { name: 'Turn on' }).click();
    await expect(question).toContainText('turning on needs a reason');
    await question.getByRole('textbox', { name: 'Reason' }).fill('The server comes back at noon');
    await question.getByRole('button', { name: 'Turn on' }).click();
    await expect(panel(page)).toContainText('“Reasoned one” is turned on.');
    await expect(panel(page)).toContainText('The connector is turned on');
    await expect(panel(page)).toContainText('The server comes back at noon');
  });

  test('several at once: each has its answer, and what failed can be tried again', async ({
    console,
    page,
  }) => {
    const ids = await storeConnectors(console, 'Bulk', [
      { name: 'gone', enabled: false, outcome: 'passed' },
      { name: 'good', enabled: false, outcome: 'passed' },
      { name: 'new', enabled: false },
    ]);
    await page.goto('/connectors?q=Bulk');
    await page.getByRole('checkbox', { name: 'Select all connectors on this page' }).check();
    await deleteConnectors(colleague(console), { ids: ids.slice(0, 1) });
    await command(page, 'Turn on').click();
    const question = page.getByRole('alertdialog', { name: 'Turn on 3 connectors?' });
    await expect(question).toContainText('1 of 3 have no passed validation of their settings');
    await question.getByRole('button', { name: 'Turn on' }).click();
    const report = page.getByRole('alertdialog', { name: '1 of 3 connectors were turned on' });
    await expect(report.getByRole('listitem')).toHaveText([
      'Bulk goneIt is not there any more: somebody has deleted it.',
      'Bulk newIt has no passed validation of its settings, and no reason was given.',
      'Bulk goodTurned on',
    ]);
    await expectAccessible(page);
    await report.getByRole('button', { name: 'Try 1 again' }).click();
    const again = page.getByRole('alertdialog', { name: 'Turn on “Bulk new”?' });
    await again.getByRole('textbox', { name: 'Reason' }).fill('Tested by hand');
    await again.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByText('“Bulk new” is turned on.')).toBeVisible();
    await expect(row(page, 'Bulk new')).toContainText('On');
    await expect(row(page, 'Bulk good')).toContainText('On');
    await expect(row(page, 'Bulk gone')).toHaveCount(0);
  });

  test('a validation is started in the panel and followed there', async ({ console, page }) => {
    await storeConnectors(console, 'Followed', [{ name: 'one', ...atGoodHost(console) }]);
    await page.goto('/connectors?q=Followed');
    await page.getByRole('link', { name: 'Followed one' }).click();
    await expect(panel(page)).toContainText('This connector has not been validated.');
    await panel(page).getByRole('button', { name: 'Validate this connector' }).click();
    await expect(panel(page).getByRole('heading', { name: 'Validation passed' })).toBeVisible();
    await expect(panel(page)).toContainText('Last validation resultValidation succeeded');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(row(page, 'Followed one')).toContainText('Passed');
  });

  test('many are validated, and their results come into the list by themselves', async ({
    console,
    page,
  }) => {
    await storeConnectors(console, 'Queued', [
      { name: 'one', ...atGoodHost(console) },
      { name: 'two', ...atGoodHost(console) },
    ]);
    await page.goto('/connectors?q=Queued');
    await page.getByRole('checkbox', { name: 'Select all connectors on this page' }).check();
    await command(page, 'Validate').click();
    await expect(page.getByText('2 validations were queued.')).toBeVisible();
    await expect(row(page, 'Queued one')).toContainText('Passed', { timeout: 20_000 });
    await expect(row(page, 'Queued two')).toContainText('Passed', { timeout: 20_000 });
  });

  test('a deletion is undone at once, or later under another name', async ({ console, page }) => {
    const [id = ''] = await storeConnectors(console, 'Restored', [{ name: 'one' }]);
    await page.goto('/connectors?q=Restored');
    const remove = async () => {
      await select(page, 'Restored one');
      await command(page, 'Delete').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByText('“Restored one” was deleted.')).toBeVisible();
    };
    await remove();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('“Restored one” is in force again.')).toBeVisible();
    await remove();

    await storeConnectors(console, 'Restored', [{ name: 'one' }]);
    await page.getByRole('link', { name: 'Recently deleted' }).click();
    await expect(page.getByRole('heading', { name: 'Recently deleted', level: 1 })).toBeVisible();
    await expect(row(page, 'Restored one')).toContainText('O365Your org');
    await expect(row(page, 'Restored one')).toContainText('Ada Admin');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Restore Restored one' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Restore “Restored one”?' });
    await dialog.getByRole('button', { name: 'Restore' }).click();
    const name = dialog.getByRole('textbox', { name: 'New name' });
    await expect(name).toHaveValue('Restored one (restored)');
    await expectAccessible(page);
    await name.fill('Restored one');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(dialog).toContainText('that no other connector has');
    await name.fill('Restored again');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('“Restored again” is in force again.')).toBeVisible();
    await page.getByRole('link', { name: 'Open it' }).click();
    await expect(page).toHaveURL(new RegExp(`connector=${id}`));
    await expect(panel(page).getByRole('heading', { name: 'Restored again' })).toBeVisible();
  });

  test('a draft is told of in list and panel, and discarded; another admin’s only after a question', async ({
    console,
    page,
  }) => {
    const [id = ''] = await storeConnectors(console, 'Drafted', [{ name: 'one' }]);
    const context = colleague(console);
    const { inForce } = done(await editing(context, { connectorId: id }));
    const draft = { ...inForce.draft, description: 'Not yet' };
    done(await saveDraft(context, { connectorId: id, baseVersion: 1, draft, revision: null }));
    await page.goto('/connectors?q=Drafted');
    await expect(row(page, 'Drafted one')).toContainText('Draft');
    await page.getByRole('link', { name: 'Drafted one' }).click();
    await expect(panel(page)).toContainText('Draft by Grace');
    await expect(panel(page)).toContainText('1 change');
    await expect(panel(page).getByRole('link', { name: 'Continue editing' })).toHaveAttribute(
      'href',
      `/connectors/${id}/edit`,
    );
    await panel(page).getByRole('button', { name: 'Discard' }).click();
    await page
      .getByRole('alertdialog', { name: 'Discard the draft by Grace?' })
      .getByRole('button', { name: 'Discard' })
      .click();
    await expect(panel(page).getByText('Draft by Grace')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(row(page, 'Drafted one').getByText('Draft', { exact: true })).toHaveCount(0);
  });

  test('connectors of the Hybrid Configuration Wizard are marked', async ({ console, page }) => {
    const name = 'to 3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    await storeConnectors(console, 'Outbound', [{ name }]);
    await page.goto('/connectors?q=3f2504e0');
    await expect(row(page, `Outbound ${name}`)).toContainText('Hybrid');
    await page.getByRole('link', { name: `Outbound ${name}` }).click();
    await expect(panel(page)).toContainText('A re-run of the wizard resets what was edited by hand.');
    await panel(page).getByRole('button', { name: 'Turn off' }).click();
    await expect(page.getByRole('alertdialog')).toContainText(
      'A re-run of the wizard undoes what is changed',
    );
  });

  test('a connector to Office 365 has no validation, and says so', async ({ console, page }) => {
    await console.store.write((tx) =>
      insertConnector(tx, firstVersion({ ...fromFabrikam, name: 'Incoming one' })),
    );
    await page.goto('/connectors?q=Incoming');
    await expect(row(page, 'Incoming one')).toContainText('OnIncoming onePartner orgO365—');
    await page.getByRole('link', { name: 'Incoming one' }).click();
    await expect(panel(page)).toContainText('The service has no validation for connectors to Office 365.');
    await expect(
      panel(page).getByRole('button', { name: 'Validate', exact: true }),
    ).toHaveAccessibleDescription('The service has no validation for connectors to Office 365.');
    await expect(panel(page).getByRole('link', { name: 'Edit sent email identity' })).toHaveAttribute(
      'href',
      /\/edit\?step=authentication$/,
    );
    await expectAccessible(page);
  });
});

test('helpdesk sees all of it, may validate, and is told why nothing else', async ({
  console,
  context,
  page,
}) => {
  const [id = '', gone = ''] = await storeConnectors(console, 'Seen', [
    { name: 'one', ...atGoodHost(console) },
    { name: 'gone' },
  ]);
  await publish(console, id, { description: 'Changed' });
  await deleteConnectors(colleague(console), { ids: [gone] });
  await console.signIn(context, HELPDESK);
  await page.goto('/connectors?q=Seen');
  await select(page, 'Seen one');
  const refused = async (name: string, why: string) => {
    const control = page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('link', { name, exact: true }));
    await expect(control).toBeDisabled();
    await expect(control).toHaveAccessibleDescription(why);
  };
  await refused('Edit', 'Only admins can edit connectors.');
  await refused('Turn off', 'Only admins can turn connectors on or off.');
  await refused('Delete', 'Only admins can delete connectors.');
  await page.getByRole('link', { name: 'Seen one' }).click();
  const inPanel = (name: string) =>
    panel(page)
      .getByRole('button', { name, exact: true })
      .or(panel(page).getByRole('link', { name, exact: true }));
  for (const name of ['Turn off', 'Clone', 'Delete', 'Edit name or status', 'Edit use', 'Edit routing']) {
    await expect(inPanel(name)).toBeDisabled();
    await expect(inPanel(name)).toHaveAccessibleDescription(/^Only admins can/);
  }
  await expect(panel(page).getByRole('link', { name: /^Edit/ })).toHaveCount(0);
  await expectAccessible(page);
  await inPanel('Validate').click();
  await expect(panel(page).getByRole('heading', { name: 'Validation passed' })).toBeVisible();
  await panel(page).getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('link', { name: 'Restore version 1' })).toBeDisabled();
  await page.goto(`/connectors/${id}/report`);
  await expect(page.getByText('Made by Hal Helpdesk')).toBeVisible();
  await page.goto('/connectors/deleted');
  const restore = page.getByRole('button', { name: 'Restore Seen gone' });
  await expect(restore).toBeDisabled();
  await expect(restore).toHaveAccessibleDescription('Only admins can restore a connector.');
});
