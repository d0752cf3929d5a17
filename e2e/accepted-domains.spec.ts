// Accepted domains: added one by one and many at once, changed, removed and put back, in both languages; and what the
// wizard then says of a connector.
import { expect, type Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import { newVersion } from '../lib/data/connector-for-tests';
import { insertConnector } from '../lib/data/connectors';
import enDomains from '../messages/en/domains.json' with { type: 'json' };
import enFindings from '../messages/en/findings.json' with { type: 'json' };
import enLife from '../messages/en/life.json' with { type: 'json' };
import enSetup from '../messages/en/mailSetup.json' with { type: 'json' };
import itDomains from '../messages/it/domains.json' with { type: 'json' };
import itFindings from '../messages/it/findings.json' with { type: 'json' };
import itLife from '../messages/it/life.json' with { type: 'json' };
import itSetup from '../messages/it/mailSetup.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK } from './support/console';
import { testOnOwnConsole } from './support/own-console';
import { heading, next, WORDS } from './support/wizard';

const test = testOnOwnConsole();

const MESSAGES = {
  en: { domains: enDomains, mailSetup: enSetup, life: enLife, findings: enFindings },
  it: { domains: itDomains, mailSetup: itSetup, life: itLife, findings: itFindings },
};
const PHONE = { width: 390, height: 844 };

const panel = (page: Page) => page.getByRole('dialog');
const question = (page: Page) => page.getByRole('alertdialog');
const row = (page: Page, domain: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: domain, exact: true }) });

for (const locale of ['en', 'it'] as const) {
  const t = createTranslator({ locale, messages: MESSAGES[locale] });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const save = (page: Page) => panel(page).getByRole('button', { name: t('mailSetup.save'), exact: true });

  test.describe(locale, () => {
    test.beforeEach(async ({ console, context }) => {
      await console.store.client.acceptedDomain.deleteMany();
      await console.signIn(context, ADMIN);
      await context.addCookies([{ name: 'locale', value: locale, url: console.url }]);
    });

    test('the first one is added, found at its address, changed and made an internal relay', async ({
      page,
    }) => {
      await page.goto('/accepted-domains');
      await expect(page.getByRole('heading', { name: t('domains.empty.title') })).toBeVisible();
      await expectAccessible(page);
      await button(page, t('domains.commands.add')).click();
      await expect(page).toHaveURL(/\?add=one$/);
      await save(page).click();
      await expect(panel(page)).toContainText(t('findings.text.required'));
      const name = panel(page).getByRole('textbox', { name: t('domains.panel.domain') });
      await expect(name).toBeFocused();
      await name.fill('Contoso.com.');
      await expectAccessible(page);
      await save(page).click();
      await expect(page.getByText(t('domains.panel.added', { domain: 'contoso.com' }))).toBeVisible();
      await expect(row(page, 'contoso.com')).toContainText(t('domains.default'));
      await expect(row(page, 'contoso.com')).toContainText(t('domains.type.authoritative'));

      await page.getByRole('link', { name: 'contoso.com' }).click();
      await expect(page).toHaveURL(/\?domain=contoso.com$/);
      await expect(panel(page)).toContainText(t('domains.panel.noUses'));
      await panel(page)
        .getByRole('radio', { name: t('domains.type.internalRelay') })
        .check();
      await panel(page)
        .getByRole('checkbox', { name: t('domains.panel.matchSubDomains') })
        .check();
      await page.keyboard.press('Escape');
      await expect(question(page)).toContainText(t('mailSetup.leave.text'));
      await question(page)
        .getByRole('button', { name: t('mailSetup.leave.stay') })
        .click();
      await save(page).click();
      await expect(page.getByText(t('domains.panel.saved', { domain: 'contoso.com' }))).toBeVisible();
      await expect(row(page, 'contoso.com')).toContainText(t('domains.type.internalRelay'));
      await expect(row(page, 'contoso.com')).toContainText(t('domains.subDomains.yes'));
      await page.reload();
      await expect(row(page, 'contoso.com')).toContainText(t('domains.subDomains.yes'));
    });

    test('many are pasted: each line says what becomes of it before anything is saved', async ({
      console,
      page,
    }) => {
      await console.store.client.acceptedDomain.create({
        data: { domain: 'contoso.com', type: 'authoritative', matchSubDomains: false, updatedAt: new Date() },
      });
      await page.goto('/accepted-domains?add=several');
      const box = panel(page).getByRole('textbox', { name: t('domains.several.box') });
      await box.fill('contoso.com, InternalRelay\nfabrikam.com\nFABRIKAM.com\nno domain\nlitware.com');
      const lines = panel(page)
        .getByRole('list', { name: t('domains.several.preview') })
        .getByRole('listitem');
      await expect(lines).toHaveCount(5);
      for (const [at, result] of (['changed', 'added', 'repeated', 'unreadable', 'added'] as const).entries())
        await expect(lines.nth(at)).toContainText(t(`domains.several.result.${result}`));
      await expect(lines.nth(3)).toContainText(t('findings.host.notQualified', { value: 'no' }));
      await expectAccessible(page);
      expect(await console.store.client.acceptedDomain.count()).toBe(1);
      await panel(page)
        .getByRole('button', { name: t('domains.several.save', { count: 3 }) })
        .click();
      await expect(page.getByText(t('domains.several.done', { added: 2, changed: 1 }))).toBeVisible();
      await expect(row(page, 'contoso.com')).toContainText(t('domains.type.internalRelay'));
      await expect(page.getByRole('row')).toHaveCount(4);
    });

    test('a file of Get-AcceptedDomain | ConvertTo-Json in UTF-16 is imported, and nothing in it is lost', async ({
      page,
    }) => {
      const exported = [
        { DomainName: 'contoso.com', DomainType: 'Authoritative', Default: true, MatchSubDomains: false },
        { DomainName: 'relay.contoso.com', DomainType: 2, Default: false, MatchSubDomains: true },
        { DomainName: 'old.contoso.com', DomainType: 'ExternalRelay', Default: false },
      ];
      const text = Buffer.from(`\ufeff${JSON.stringify(exported, null, 2)}`, 'utf16le');
      await page.goto('/accepted-domains?add=several');
      await panel(page)
        .getByLabel(t('domains.several.file'))
        .setInputFiles({ name: 'domains.json', mimeType: 'application/json', buffer: text });
      await expect(panel(page)).toContainText(t('findings.acceptedDomain.externalRelay'));
      await panel(page)
        .getByRole('button', { name: t('domains.several.save', { count: 2 }) })
        .click();
      await expect(row(page, 'contoso.com')).toContainText(t('domains.default'));
      await expect(row(page, 'relay.contoso.com')).toContainText(t('domains.subDomains.yes'));
      await expect(page.getByRole('row')).toHaveCount(3);
    });

    test('removing says what hangs on it, and is undone', async ({ console, page }) => {
      const at = new Date();
      await console.store.client.acceptedDomain.createMany({
        data: ['fabrikam.com', 'litware.com'].map((domain) => ({
          domain,
          type: 'internalRelay',
          matchSubDomains: domain === 'fabrikam.com',
          updatedAt: at,
        })),
      });
      const name = `To Fabrikam ${locale}`;
      await console.store.write((tx) => insertConnector(tx, newVersion({ name })));
      await page.goto('/accepted-domains?q=fabri');
      await expect(page.getByRole('row')).toHaveCount(2);
      await page.getByRole('checkbox', { name: t('domains.selectOne', { domain: 'fabrikam.com' }) }).check();
      await button(page, t('domains.commands.remove')).click();
      await expect(question(page).getByRole('link', { name, exact: true })).toBeVisible();
      await expect(question(page)).toContainText(t('domains.use.recipientDomains'));
      await expectAccessible(page);
      await question(page)
        .getByRole('button', { name: t('mailSetup.remove') })
        .click();
      await expect(
        page.getByText(t('domains.remove.done', { count: 1, domain: 'fabrikam.com' })),
      ).toBeVisible();
      await expect(row(page, 'fabrikam.com')).toHaveCount(0);
      await button(page, t('life.run.undo')).click();
      await expect(row(page, 'fabrikam.com')).toContainText(t('domains.subDomains.yes'));
    });

    test('the wizard says which names are not accepted, and where it knows none', async ({
      console,
      page,
    }) => {
      const words = WORDS[locale];
      const unknown = t('findings.senderCertificate.checkAccepted', { value: 'mail.contoso.com' });
      const wrong = t('findings.senderCertificate.notAccepted', { value: 'mail.contoso.com' });
      const toCertificate = async (name: string) => {
        await page.goto('/connectors/new');
        await page
          .getByRole('radiogroup', { name: words.fields.from })
          .getByRole('radio', { name: words.endpoints.organization, exact: true })
          .check();
        await next(page, words).click();
        await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill('New');
        await next(page, words).click();
        await expect(heading(page, words.headings.authentication)).toBeFocused();
        await page.getByRole('textbox', { name: words.fields.senderCertificateName, exact: true }).fill(name);
      };
      await toCertificate('mail.contoso.com');
      await expect(page.getByText(unknown)).toBeVisible();
      await expect(page.getByRole('link', { name: words.domainsLink })).toHaveAttribute(
        'href',
        '/accepted-domains',
      );
      await console.store.client.acceptedDomain.create({
        data: { domain: 'contoso.com', type: 'authoritative', matchSubDomains: false, updatedAt: new Date() },
      });
      await page.evaluate(() => window.sessionStorage.clear());
      await toCertificate('mail.contoso.com');
      await expect(page.getByText(wrong)).toBeVisible();
      await expect(page.getByText(unknown)).toHaveCount(0);
      await page
        .getByRole('textbox', { name: words.fields.senderCertificateName, exact: true })
        .fill('contoso.com');
      await expect(page.getByText(wrong.slice(-40))).toHaveCount(0);
    });

    test('helpdesk sees them on a phone, and changes nothing', async ({ console, context, page }) => {
      await console.store.client.acceptedDomain.create({
        data: { domain: 'contoso.com', type: 'internalRelay', matchSubDomains: true, updatedAt: new Date() },
      });
      await console.signIn(context, HELPDESK);
      await page.setViewportSize(PHONE);
      await page.goto('/accepted-domains');
      await expect(button(page, t('domains.commands.add'))).toBeDisabled();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );
      await page.getByRole('link', { name: 'contoso.com' }).click();
      await expect(panel(page)).toContainText(t('mailSetup.readOnly'));
      await expect(save(page)).toHaveCount(0);
      await expectAccessible(page);
    });
  });
}
