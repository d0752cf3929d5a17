// The three scenarios beside Office 365 to your organization's email server, each created in both languages by role and
// label; every new screen is held against axe.
import { expect, type Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import enConnectors from '../messages/en/connectors.json' with { type: 'json' };
import enFindings from '../messages/en/findings.json' with { type: 'json' };
import itConnectors from '../messages/it/connectors.json' with { type: 'json' };
import itFindings from '../messages/it/findings.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, type TestConsole, test } from './support/console';
import { add, heading, next, validate, WORDS } from './support/wizard';

const MESSAGES = {
  en: { wizard: WORDS.en, connectors: enConnectors, findings: enFindings },
  it: { wizard: WORDS.it, connectors: itConnectors, findings: itFindings },
};
const enabled = expect.configure({ timeout: 20_000 });

for (const locale of ['en', 'it'] as const) {
  const words = WORDS[locale];
  const t = createTranslator({ locale, messages: MESSAGES[locale] });

  /** Answers the first two screens: the two ends, and the name. */
  async function begin(
    page: Page,
    { from, to, name }: { from: 'office365' | 'organization' | 'partner'; to?: 'partner'; name: string },
  ): Promise<void> {
    const radio = (group: string, end: keyof typeof words.endpoints) =>
      page
        .getByRole('radiogroup', { name: group })
        .getByRole('radio', { name: words.endpoints[end], exact: true });
    await radio(words.fields.from, from).check();
    if (to) await radio(words.fields.to, to).check();
    else await expect(radio(words.fields.to, 'office365')).toBeChecked();
    await next(page, words).click();
    await page.getByRole('textbox', { name: words.fields.name, exact: true }).fill(name);
    await expectAccessible(page);
    await next(page, words).click();
  }

  const box = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
  const tick = (page: Page, label: string) =>
    page.getByRole('checkbox', { name: label, exact: true }).check();
  const choose = (page: Page, label: string) => page.getByRole('radio', { name: label, exact: true }).check();
  const identification = (
    kind: 'certificate' | 'senderDomains' | 'ipAddresses',
    scenario: 'organizationToOffice365' | 'partnerToOffice365',
  ) => t(`wizard.identifications.${kind}`, { scenario });

  /** On the review: the sentences are there; creates, and finds them again in the details. */
  async function create(page: Page, console: TestConsole, name: string, sentences: readonly string[]) {
    await expect(heading(page, words.headings.review)).toBeFocused();
    for (const sentence of sentences) await expect(page.getByText(sentence, { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.footer.create, exact: true }).click();
    await expect(page).toHaveURL(/\/connectors\?connector=/);
    for (const sentence of sentences) await expect(page.getByRole('dialog')).toContainText(sentence);
    const { client } = console.store;
    const { versions } = await client.connector.findFirstOrThrow({
      where: { name },
      include: { versions: true },
    });
    return versions[0]?.settings;
  }

  test.describe(locale, () => {
    test.beforeEach(async ({ console, context, page }) => {
      await console.signIn(context, ADMIN);
      await context.addCookies([{ name: 'locale', value: locale, url: console.url }]);
      await page.goto(`${console.url}/connectors/new`);
    });

    test('to a partner by the MX of its domain, for a domain, tested there', async ({ console, page }) => {
      const name = `To Fabrikam ${locale}`;
      await begin(page, { from: 'office365', to: 'partner', name });
      await expect(page.getByRole('radio')).toHaveCount(2);
      await choose(page, words.scopes.recipientDomains);
      await add(page, words, words.fields.recipientDomains, 'fabrikam.test');
      await next(page, words).click();
      await expect(next(page, words)).toBeDisabled();
      await choose(page, words.deliveries.smartHosts);
      await expect(box(page, words.fields.smartHosts)).toBeVisible();
      await choose(page, words.deliveries.mx);
      await expect(box(page, words.fields.smartHosts)).toBeHidden();
      await expectAccessible(page);
      await next(page, words).click();
      await expect(
        page.getByText(t('wizard.intros.security', { scenario: 'office365ToPartner' })),
      ).toBeVisible();
      await expectAccessible(page);
      await next(page, words).click();
      await add(page, words, words.fields.validationRecipients, 'user@contoso.test');
      const elsewhere = t('findings.validationRecipients.otherDomain', { value: 'user@contoso.test' });
      await expect(page.getByText(elsewhere).first()).toBeVisible();
      await page
        .getByRole('button', { name: t('wizard.list.remove', { value: 'user@contoso.test' }) })
        .click();
      await add(page, words, words.fields.validationRecipients, 'user@fabrikam.test');
      await validate(page, words);
      await enabled(next(page, words)).toBeEnabled();
      await next(page, words).click();
      const settings = await create(page, console, name, [
        t('connectors.scopeSentence.recipientDomains', { domains: 'fabrikam.test' }),
        t('connectors.routingSentence.mx'),
      ]);
      expect(settings).toMatchObject({ partnerKind: 'partner', delivery: { by: 'mx' } });
    });

    test('to a partner by a smart host, where a transport rule says so', async ({ console, page }) => {
      const name = `By rule ${locale}`;
      const host = console.host('good').name;
      await begin(page, { from: 'office365', to: 'partner', name });
      await choose(page, words.scopes.transportRule);
      await next(page, words).click();
      await choose(page, words.deliveries.smartHosts);
      await add(page, words, words.fields.smartHosts, host);
      await next(page, words).click();
      await next(page, words).click();
      await add(page, words, words.fields.validationRecipients, 'user@contoso.test');
      await validate(page, words);
      await enabled(next(page, words)).toBeEnabled();
      await next(page, words).click();
      const settings = await create(page, console, name, [
        t('connectors.scopeSentence.transportRule'),
        t('connectors.routingSentence.smartHosts', { hosts: host }),
      ]);
      expect(settings).toMatchObject({ scope: { kind: 'transportRule' }, delivery: { by: 'smartHosts' } });
    });

    test('from your own servers, known by their certificate', async ({ console, page }) => {
      const name = `Own by certificate ${locale}`;
      await begin(page, { from: 'organization', name });
      await expect(heading(page, words.headings.authentication)).toBeFocused();
      const byCertificate = identification('certificate', 'organizationToOffice365');
      await expect(page.getByRole('radio', { name: byCertificate })).toBeChecked();
      await expect(next(page, words)).toBeDisabled();
      await box(page, words.fields.senderCertificateName).fill('*.contoso.com');
      await expect(page.getByText(t('findings.senderCertificate.wildcard'))).toBeVisible();
      await expectAccessible(page);
      await box(page, words.fields.senderCertificateName).fill('mail.contoso.com');
      const unknown = t('findings.senderCertificate.checkAccepted', { value: 'mail.contoso.com' });
      await expect(page.getByText(unknown)).toBeVisible();
      await next(page, words).click();
      const settings = await create(page, console, name, [
        t('connectors.identitySentence.certificate', { name: 'mail.contoso.com' }),
      ]);
      expect(settings).toMatchObject({
        direction: 'inbound',
        identification: { by: 'certificate', certificateName: 'mail.contoso.com' },
      });
    });

    test('from your own servers, known by their addresses', async ({ console, page }) => {
      const name = `Own by address ${locale}`;
      await begin(page, { from: 'organization', name });
      await choose(page, identification('ipAddresses', 'organizationToOffice365'));
      const addresses = box(page, words.fields.senderIpAddresses);
      for (const [refused, code] of [
        ['2001:db8::1', 'findings.ipRange.ipv6'],
        ['192.0.2.0/23', 'findings.ipRange.tooWide'],
        ['mail.contoso.com', 'findings.ipRange.shape'],
      ] as const) {
        await addresses.fill(refused);
        await addresses.press('Enter');
        await expect(page.getByText(t(code, { value: refused })).first()).toBeVisible();
      }
      await add(page, words, words.fields.senderIpAddresses, '10.0.0.25');
      await expect(page.getByText(t('findings.ipRange.private', { value: '10.0.0.25' }))).toBeVisible();
      await page.getByRole('button', { name: t('wizard.list.remove', { value: '10.0.0.25' }) }).click();
      await add(page, words, words.fields.senderIpAddresses, '203.0.113.0/24');
      await expectAccessible(page);
      await next(page, words).click();
      const sentence = t('connectors.identitySentence.addresses', { addresses: '203.0.113.0/24' });
      const settings = await create(page, console, name, [sentence]);
      expect(settings).toMatchObject({ identification: { by: 'ipAddresses' } });
    });

    test('from a partner, known by its domain, held to TLS, a certificate and addresses', async ({
      console,
      page,
    }) => {
      const name = `From Fabrikam ${locale}`;
      await begin(page, { from: 'partner', name });
      await expect(next(page, words)).toBeDisabled();
      await choose(page, identification('senderDomains', 'partnerToOffice365'));
      await add(page, words, words.fields.senderDomains, 'fabrikam.test');
      await expectAccessible(page);
      await next(page, words).click();
      await expect(heading(page, words.headings.restrictions)).toBeFocused();
      const tls = page.getByRole('checkbox', { name: words.fields.rejectWithoutTls });
      await tls.uncheck();
      await expect(next(page, words)).toBeDisabled();
      await expect(page.getByText(t('findings.restrictions.required'))).toBeVisible();
      await tls.check();
      await tick(page, words.fields.rejectOtherCertificates);
      await expect(next(page, words)).toBeDisabled();
      await box(page, words.fields.senderCertificateName).fill('mail.fabrikam.test');
      await tick(page, words.fields.rejectOtherAddresses);
      await expect(page.getByText(t('findings.restrictions.certificateAndAddresses'))).toBeVisible();
      await add(page, words, words.fields.allowedIpAddresses, '203.0.113.25');
      await expectAccessible(page);
      await next(page, words).click();
      const settings = await create(page, console, name, [
        t('connectors.identitySentence.partnerDomains', { domains: 'fabrikam.test' }),
        t('connectors.restrictionSentence.certificate', { name: 'mail.fabrikam.test' }),
        t('connectors.restrictionSentence.addresses', { addresses: '203.0.113.25' }),
      ]);
      expect(settings).toMatchObject({ restrictions: { tls: { certificateName: 'mail.fabrikam.test' } } });
    });

    test('a partner known by its addresses is held to them, and that can’t be switched off', async ({
      console,
      page,
    }) => {
      const name = `Addresses of Fabrikam ${locale}`;
      await begin(page, { from: 'partner', name });
      await choose(page, identification('ipAddresses', 'partnerToOffice365'));
      await add(page, words, words.fields.senderIpAddresses, '203.0.113.25');
      await next(page, words).click();
      const fixed = page.getByRole('checkbox', { name: words.fields.rejectOtherAddresses });
      await expect(fixed).toBeChecked();
      await expect(fixed).toBeDisabled();
      await expect(page.getByText(words.hints.addressesIdentify)).toBeVisible();
      await page.getByRole('checkbox', { name: words.fields.rejectWithoutTls }).uncheck();
      await expectAccessible(page);
      await next(page, words).click();
      const settings = await create(page, console, name, [
        t('connectors.identitySentence.partnerAddresses', { addresses: '203.0.113.25' }),
        t('connectors.restrictionSentence.identifiedAddresses'),
        t('connectors.restrictionSentence.tlsOptional'),
      ]);
      expect(settings).toMatchObject({ identification: { by: 'ipAddresses' } });
    });

    test('advanced settings stay closed until one of them is wrong', async ({ console, page }) => {
      const name = `Advanced ${locale}`;
      await begin(page, { from: 'organization', name });
      await box(page, words.fields.senderCertificateName).fill('mail.contoso.com');
      const toggle = page.getByRole('button', { name: words.advanced.title, exact: true });
      await expect(toggle).toHaveAttribute('aria-expanded', 'false');
      await expect(page.getByText(words.advanced.unchanged)).toBeVisible();
      await toggle.click();
      await tick(page, words.fields.treatAsInternal);
      await expect(page.getByText(t('findings.advanced.internalWithHeaders')).first()).toBeVisible();
      await choose(page, words.advanced.filtering.lastAddress);
      await add(page, words, words.fields.filteredUsers, 'pilot@contoso.com');
      await expectAccessible(page);
      await toggle.click();
      await expect(page.getByText(words.advanced.problem)).toBeVisible();
      await expect(next(page, words)).toBeDisabled();
      await page.getByRole('button', { name: words.footer.back, exact: true }).click();
      await next(page, words).click();
      await expect(toggle).toHaveAttribute('aria-expanded', 'true');
      await page.getByRole('checkbox', { name: words.fields.treatAsInternal }).uncheck();
      await expect(toggle).toHaveAttribute('aria-expanded', 'true');
      await toggle.click();
      await expect(page.getByText(t('wizard.advanced.differs', { count: 2 }))).toBeVisible();
      await next(page, words).click();
      await create(page, console, name, [
        t('connectors.advancedSentence.skipLastAddress'),
        t('connectors.advancedSentence.filteredUsers', { users: 'pilot@contoso.com' }),
      ]);
    });
  });
}
