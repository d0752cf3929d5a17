// Transport rules: written with conditions and exceptions, put in order by mouse and keyboard, switched, removed and put
// back, in both languages.
import { expect, type Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import { newVersion } from '../lib/data/connector-for-tests';
import { insertConnector } from '../lib/data/connectors';
import { markDeleted } from '../lib/data/deleted-connectors';
import { ownRule } from '../lib/data/transport-rule-for-tests';
import { insertTransportRule } from '../lib/data/transport-rules';
import enFindings from '../messages/en/findings.json' with { type: 'json' };
import enLife from '../messages/en/life.json' with { type: 'json' };
import enSetup from '../messages/en/mailSetup.json' with { type: 'json' };
import enRules from '../messages/en/rules.json' with { type: 'json' };
import itFindings from '../messages/it/findings.json' with { type: 'json' };
import itLife from '../messages/it/life.json' with { type: 'json' };
import itSetup from '../messages/it/mailSetup.json' with { type: 'json' };
import itRules from '../messages/it/rules.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK, type TestConsole } from './support/console';
import { testOnOwnConsole } from './support/own-console';

const test = testOnOwnConsole();

const MESSAGES = {
  en: { rules: enRules, mailSetup: enSetup, life: enLife, findings: enFindings },
  it: { rules: itRules, mailSetup: itSetup, life: itLife, findings: itFindings },
};
const PHONE = { width: 390, height: 844 };

const panel = (page: Page) => page.getByRole('dialog');
const question = (page: Page) => page.getByRole('alertdialog');
const names = (page: Page) => page.getByRole('row').getByRole('link').and(page.locator('[href*="rule="]'));
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

/** Three rules to one connector, which is for rules alone; answers its id. */
async function storeRules({ store }: TestConsole, connector: string): Promise<string> {
  return store.write(async (tx) => {
    const id = await insertConnector(tx, newVersion({ name: connector, scope: { kind: 'transportRule' } }));
    for (const [priority, name] of ['First', 'Second', 'Third'].entries())
      await insertTransportRule(tx, ownRule(name, id, { priority }), new Date());
    return id;
  });
}

for (const locale of ['en', 'it'] as const) {
  const t = createTranslator({ locale, messages: MESSAGES[locale] });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const save = (page: Page) => panel(page).getByRole('button', { name: t('mailSetup.save'), exact: true });
  const select = (page: Page, name: string) =>
    page.getByRole('checkbox', { name: t('rules.selectOne', { name }) }).check();

  test.describe(locale, () => {
    let gateway = '';
    test.beforeEach(async ({ console, context }, { testId }) => {
      gateway = `Gateway ${testId}`;
      await console.store.client.transportRule.deleteMany();
      await console.signIn(context, ADMIN);
      await context.addCookies([{ name: 'locale', value: locale, url: console.url }]);
    });

    test('one is written: what is wrong stands at its field, and the list says it in a sentence', async ({
      console,
      page,
    }) => {
      const settings = { name: gateway, scope: { kind: 'transportRule' } } as const;
      await console.store.write((tx) => insertConnector(tx, newVersion(settings)));
      await page.goto('/rules');
      await expect(page.getByRole('heading', { name: t('rules.empty.title') })).toBeVisible();
      await expectAccessible(page);
      await button(page, t('rules.commands.add')).first().click();
      await panel(page)
        .getByRole('button', { name: t('rules.panel.addCondition') })
        .click();
      await save(page).click();
      await expect(panel(page)).toContainText(t('findings.text.required'));
      await expect(panel(page)).toContainText(t('findings.condition.required'));
      await expect(panel(page)).toContainText(t('findings.rule.connectorRequired'));
      await expectAccessible(page);

      await panel(page)
        .getByRole('textbox', { name: t('rules.panel.name'), exact: true })
        .fill('Contracts');
      const domains = panel(page).getByRole('textbox', { name: t('rules.panel.values.domains') });
      await domains.fill('Fabrikam.com');
      await save(page).click();
      await expect(panel(page)).toContainText(t('findings.list.notAdded', { value: 'Fabrikam.com' }));
      await domains.press('Enter');
      await panel(page)
        .getByRole('button', { name: t('rules.panel.addException') })
        .click();
      await panel(page)
        .getByRole('combobox', { name: t('rules.panel.exception', { number: 1 }) })
        .selectOption({ label: t('rules.panel.kind.headerContains') });
      await panel(page)
        .getByRole('textbox', { name: t('rules.panel.header') })
        .fill('X-Loop');
      const words = panel(page).getByRole('textbox', { name: t('rules.panel.values.words') });
      await words.fill('yes');
      await words.press('Enter');
      await panel(page)
        .getByRole('combobox', { name: t('rules.panel.connector') })
        .pressSequentially(gateway.slice(-6));
      await page.getByRole('option', { name: gateway }).click();
      await save(page).click();
      await expect(page.getByText(t('rules.done.created', { name: 'Contracts' }))).toBeVisible();
      await expect(row(page, 'Contracts')).toContainText('fabrikam.com');
      await expect(row(page, 'Contracts')).toContainText('X-Loop');
      await expect(row(page, 'Contracts')).toContainText(gateway);
      const stored = await console.store.client.transportRule.findFirstOrThrow();
      expect(stored.conditions).toEqual([{ kind: 'recipientDomainIs', domains: ['fabrikam.com'] }]);
      expect(stored.exceptions).toEqual([{ kind: 'headerContains', header: 'X-Loop', words: ['yes'] }]);

      await page.getByRole('link', { name: 'Contracts', exact: true }).click();
      await expect(page).toHaveURL(/\?rule=/);
      const name = panel(page).getByRole('textbox', { name: t('rules.panel.name'), exact: true });
      await expect(name).toHaveValue('Contracts');
      await expect(panel(page).getByRole('textbox', { name: t('rules.panel.header') })).toHaveValue('X-Loop');
      await panel(page)
        .getByRole('checkbox', { name: t('rules.panel.stop') })
        .check();
      await save(page).click();
      await expect(row(page, 'Contracts')).toContainText(t('rules.stops'));
    });

    test('their order is changed by command, by keyboard and by mouse', async ({ console, page }) => {
      await storeRules(console, gateway);
      await page.goto('/rules');
      await expect(names(page)).toHaveText(['First', 'Second', 'Third']);
      await select(page, 'Third');
      await button(page, t('rules.commands.up')).click();
      await expect(names(page)).toHaveText(['First', 'Third', 'Second']);
      await expect(page.getByText(t('rules.order.moved', { name: 'Third', priority: 1 }))).toBeVisible();

      const handle = (name: string) => button(page, t('rules.order.handle', { name }));
      await expect(handle('First')).toHaveAttribute('aria-describedby', /./);
      await handle('First').focus();
      await page.keyboard.press('Space');
      const said = page.locator('[id^="DndLiveRegion"]');
      await expect(said).toHaveText(t('rules.order.taken', { name: 'First', priority: 0 }));
      await page.keyboard.press('ArrowDown');
      await expect(said).toHaveText(t('rules.order.over', { name: 'First', priority: 1 }));
      await page.keyboard.press('Space');
      await expect(names(page)).toHaveText(['Third', 'First', 'Second']);
      await expect(page.getByText(t('rules.order.moved', { name: 'First', priority: 1 }))).toBeVisible();

      const from = await handle('Second').boundingBox();
      const to = await handle('Third').boundingBox();
      if (!from || !to) throw new Error('The handles are not drawn.');
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 12 });
      await page.mouse.up();
      await expect(names(page)).toHaveText(['Second', 'Third', 'First']);
      await page.reload();
      await expect(names(page)).toHaveText(['Second', 'Third', 'First']);
      await expectAccessible(page);
    });

    test('one is turned off, removed with a question, and put back at its place', async ({
      console,
      page,
    }) => {
      await storeRules(console, gateway);
      await page.goto('/rules');
      await select(page, 'First');
      await button(page, t('rules.commands.turnOff')).click();
      await expect(row(page, 'First')).toContainText(t('rules.status.off'));
      await button(page, t('rules.commands.remove')).click();
      await expect(question(page)).toContainText(t('rules.removeDialog.text', { connector: gateway }));
      await question(page)
        .getByRole('button', { name: t('mailSetup.remove') })
        .click();
      await expect(names(page)).toHaveText(['Second', 'Third']);
      await button(page, t('life.run.undo')).click();
      await expect(names(page)).toHaveText(['First', 'Second', 'Third']);
      await expect(row(page, 'First')).toContainText(t('rules.status.off'));
    });

    test('a rule whose connector is gone says so', async ({ console, page }) => {
      const id = await storeRules(console, gateway);
      await console.store.write((tx) => markDeleted(tx, id, { at: new Date(), byId: 'ada', byName: 'Ada' }));
      await page.goto('/rules?q=second');
      await expect(names(page)).toHaveText(['Second']);
      await expect(row(page, 'Second')).toContainText(t('rules.target.deleted'));
      await page.getByRole('link', { name: 'Second', exact: true }).click();
      await expect(panel(page)).toContainText(t('rules.targetHint.deleted'));
    });

    test('somebody who was first is not overwritten', async ({ console, page }) => {
      await storeRules(console, gateway);
      await page.goto('/rules');
      await page.getByRole('link', { name: 'First', exact: true }).click();
      await panel(page)
        .getByRole('textbox', { name: t('rules.panel.name'), exact: true })
        .fill('Mine');
      await console.store.client.transportRule.updateMany({
        where: { name: 'First' },
        data: { revision: { increment: 1 } },
      });
      await save(page).click();
      await expect(panel(page)).toContainText(t('mailSetup.problems.setupMoved'));
    });

    test('helpdesk reads them on a phone, and changes nothing', async ({ console, context, page }) => {
      await storeRules(console, gateway);
      await console.signIn(context, HELPDESK);
      await page.setViewportSize(PHONE);
      await page.goto('/rules');
      await expect(names(page)).toHaveText(['First', 'Second', 'Third']);
      await expect(button(page, t('rules.commands.add'))).toBeDisabled();
      await expect(button(page, t('rules.order.handle', { name: 'First' }))).toHaveCount(0);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );
      await page.getByRole('link', { name: 'First', exact: true }).click();
      await expect(panel(page)).toContainText(t('mailSetup.readOnly'));
      await expect(save(page)).toHaveCount(0);
      await expectAccessible(page);
    });
  });
}
