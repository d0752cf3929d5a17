// What is wrong with a set-up as a whole, where it would be put right, and what a change would move, before it is made.
import { expect, type Page } from '@playwright/test';
import italianLife from '../messages/it/life.json' with { type: 'json' };
import italian from '../messages/it/setupReview.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK } from './support/console';
import { test } from './support/tangled-setup';
import { add, next, WORDS } from './support/wizard';

const words = WORDS.en;
const summary = (page: Page) => page.getByText('4 findings about the whole set-up');
const findings = (page: Page) => page.getByRole('list', { name: '4 findings about the whole set-up' });
const finding = (page: Page, text: string) => findings(page).getByRole('listitem').filter({ hasText: text });
const moved = (page: Page) => page.getByRole('list', { name: 'Routes that change' });
const select = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();

test.describe('as an admin', () => {
  test.beforeEach(({ tangled, context }) => tangled.signIn(context, ADMIN));

  test('findings stand above the list, gravest first, and one click leads to the field', async ({
    page,
    tangled,
  }) => {
    await page.goto('/connectors');
    await expect(summary(page)).toContainText('(2 errors, 2 warnings)');
    await expect(findings(page)).toBeHidden();
    await summary(page).click();
    await expect(findings(page).getByRole('listitem')).toHaveCount(4);
    await expect(findings(page).getByRole('listitem').first()).toContainText(
      'branch.example, which is an internal relay',
    );
    await expect(finding(page, 'The rule “Legal” leads to “Archive”')).toContainText('Turn the connector on');
    await expect(finding(page, 'demands less of mail.contoso.com')).toContainText(
      'TLS if the server offers it',
    );
    await expect(finding(page, '“To HQ again” gets no mail.')).toContainText(
      'contoso.com goes through “To HQ”',
    );
    const row = page.getByRole('row').filter({ hasText: 'To HQ again' });
    await expect(row.getByRole('img', { name: '2 findings about how it goes' })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1440, height: 900 });

    await finding(page, '“To HQ again” gets no mail.').getByRole('link').click();
    await expect(page).toHaveURL(`/connectors/${tangled.ids.again}/edit?step=scope#recipientDomains`);
    await expect(page.getByRole('textbox', { name: words.fields.recipientDomains })).toBeFocused();
    const here = page.getByRole('region', { name: 'Findings about this step' });
    await expect(here).toContainText('“To HQ again” gets no mail.');
    await expect(here).not.toContainText('demands less');
    await expectAccessible(page);
    await add(page, words, words.fields.recipientDomains, 'fabrikam.com');
    await expect(here).toContainText('“To HQ again” and “To HQ” both name contoso.com.');
    await page.getByRole('button', { name: 'Remove contoso.com', exact: true }).click();
    await expect(here).toBeHidden();
  });

  test('a finding may lead into the advanced settings, the rule or the accepted domain', async ({
    page,
    tangled,
  }) => {
    await page.goto(`/connectors/${tangled.ids.headquarters}/edit?step=security#testMode`);
    await expect(page.getByRole('checkbox', { name: words.fields.testMode })).toBeFocused();
    await page.goto('/connectors');
    await summary(page).click();
    await expect(finding(page, 'branch.example').getByRole('link')).toHaveAttribute(
      'href',
      '/accepted-domains?domain=branch.example',
    );
    await expect(finding(page, 'Legal').getByRole('link')).toHaveAttribute(
      'href',
      `/connectors/${tangled.ids.archive}/edit?step=name#enabled`,
    );
  });

  test('turning off lists what goes elsewhere, and what that brings', async ({ page }) => {
    await page.goto('/connectors');
    await select(page, 'To HQ');
    await page.getByRole('button', { name: 'Turn off', exact: true }).click();
    const question = page.getByRole('alertdialog', { name: 'Turn off “To HQ”?' });
    await expect(question).toContainText('2 domains change their route');
    const ways = moved(page).getByRole('listitem');
    await expect(ways).toHaveCount(2);
    await expect(ways.first()).toContainText('contoso.comTo HQTo HQ again');
    await expect(ways.last()).toContainText('*.contoso.comTo HQno connector, by MX records');
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Cancel' }).click();
  });

  test('deleting several tells of them together; without them mail for an accepted domain is lost', async ({
    page,
  }) => {
    await page.goto('/connectors');
    await select(page, 'To HQ');
    await select(page, 'To HQ again');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete 2 connectors?' });
    await expect(moved(page).getByRole('listitem').first()).toContainText('danger of a loop');
    await expect(question).toContainText(
      'It brings a finding:No connector takes mail for contoso.com'.slice(0, 19),
    );
    await expect(question).toContainText('No connector takes mail for contoso.com');
    await question.getByRole('button', { name: 'Cancel' }).click();
  });

  test('turning on tells what a rule will do again', async ({ page }) => {
    await page.goto('/connectors');
    await select(page, 'Archive');
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    await expect(page.getByRole('alertdialog')).toContainText('No known domain changes its route.');
    await expect(moved(page)).toContainText(
      'Rule “Legal”a connector that is off (effect not documented)Archive',
    );
  });

  test('publishing shows first which routes move', async ({ page, tangled }) => {
    await page.goto(`/connectors/${tangled.ids.headquarters}/edit?step=scope`);
    await page.getByRole('button', { name: 'Remove contoso.com', exact: true }).click();
    await page.goto(`/connectors/${tangled.ids.headquarters}/edit?step=review`);
    await expect(moved(page).getByRole('listitem')).toHaveCount(1);
    await expect(moved(page)).toContainText('contoso.comTo HQTo HQ again');
    await expectAccessible(page);
  });

  test('a new connector is held against the others as soon as its domains are there', async ({ page }) => {
    await page.goto('/connectors/new');
    await page.getByRole('radio', { name: words.endpoints.office365, exact: true }).first().check();
    await page.getByRole('radio', { name: words.endpoints.organization, exact: true }).last().check();
    await next(page, words).click();
    await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill('To HQ, third');
    await next(page, words).click();
    await page.getByRole('radio', { name: words.scopes.recipientDomains, exact: true }).check();
    await add(page, words, words.fields.recipientDomains, '*.contoso.com');
    await expect(page.getByRole('region', { name: 'Findings about this step' })).toContainText(
      '“To HQ, third” gets no mail.',
    );
  });

  test('a connector’s panel has its own findings', async ({ page, tangled }) => {
    await page.goto(`/connectors?connector=${tangled.ids.archive}`);
    const own = page.getByRole('dialog').getByRole('list', { name: 'Together with the rest of the set-up' });
    await expect(own.getByRole('listitem')).toHaveCount(1);
    await expect(own).toContainText('The rule “Legal” leads to “Archive”, which is turned off.');
    await expectAccessible(page);
  });
});

test.describe('in Italian, for helpdesk', () => {
  test.use({ locale: 'it-IT' });
  test.beforeEach(({ tangled, context }) => tangled.signIn(context, HELPDESK));

  test('findings are read without links that need an admin', async ({ page }) => {
    await page.goto('/connectors');
    await page.getByText('4 segnalazioni sull’intera configurazione').click();
    const all = page.getByRole('list', { name: '4 segnalazioni sull’intera configurazione' });
    await expect(all.getByRole('listitem')).toHaveCount(4);
    await expect(all).toContainText('Nessun connettore riceve la posta per branch.example');
    await expect(all).toContainText('Attivare il connettore o sceglierne un altro nella regola.');
    await expect(all.getByRole('img', { name: italian.severity.error })).toHaveCount(2);
    await expect(all.getByRole('link')).toHaveCount(0);
    await expectAccessible(page);
  });
});

test.describe('in Italian, as an admin', () => {
  test.use({ locale: 'it-IT' });
  test.beforeEach(({ tangled, context }) => tangled.signIn(context, ADMIN));

  test('a finding leads to its field, and turning off lists what goes elsewhere', async ({
    page,
    tangled,
  }) => {
    await page.goto('/connectors');
    await page.getByText('4 segnalazioni sull’intera configurazione').click();
    const all = page.getByRole('list', { name: '4 segnalazioni sull’intera configurazione' });
    await all.getByRole('listitem').filter({ hasText: '“To HQ again”' }).last().getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/connectors/${tangled.ids.again}/edit\\?step=`));
    await page.goto('/connectors');
    await page.getByRole('row').filter({ hasText: 'To HQ' }).first().getByRole('checkbox').check();
    await page.getByRole('button', { name: italianLife.commands.turnOff, exact: true }).click();
    const ways = page.getByRole('list', { name: italian.impact.title }).getByRole('listitem');
    await expect(ways.last()).toContainText(`To HQ${italian.impact.to.externalDefault}`);
    await expectAccessible(page);
  });
});
