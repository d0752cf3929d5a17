// Editing a saved connector: every kind of it, on a validation or a reason; an old version again; a copy.
import { expect, type Page } from '@playwright/test';
import type { ConnectorDraft, ListField } from '../lib/mailflow/connector-draft';
import { inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK, type TestConsole, test } from './support/console';
import {
  box,
  button,
  EDIT_WORDS,
  edit,
  goTo,
  inForce,
  publishAs,
  saved,
  toOurServers,
} from './support/edited-connector';
import { publish } from './support/stored-connectors';
import { add, heading, next, validate, WORDS } from './support/wizard';

const words = WORDS.en;
const { en: english, it: italian } = EDIT_WORDS;
const slow = expect.configure({ timeout: 20_000 });

test.beforeEach(async ({ console, context }) => console.signIn(context, ADMIN));

const publishButton = (page: Page) => button(page, english.publish.publish);

const KINDS: Readonly<
  Record<
    string,
    {
      draft: (console: TestConsole) => ConnectorDraft;
      step: string;
      list: ListField;
      entry: string;
      says: string;
    }
  >
> = {
  'to our own servers': {
    draft: (console) => toOurServers(console),
    step: 'scope',
    list: 'recipientDomains',
    entry: 'fabrikam.com',
    says: 'fabrikam.com',
  },
  'to a partner': {
    draft: (console) =>
      toOurServers(console, { to: 'partner', delivery: 'smartHosts', recipientDomains: ['contoso.test'] }),
    step: 'scope',
    list: 'recipientDomains',
    entry: 'fabrikam.test',
    says: 'fabrikam.test',
  },
  'from our own servers': {
    draft: () =>
      inboundDraftOf({
        from: 'organization',
        identifiedBy: 'ipAddresses',
        senderDomains: [],
        senderIpAddresses: ['192.0.2.1'],
      }),
    step: 'authentication',
    list: 'senderIpAddresses',
    entry: '192.0.2.7',
    says: '192.0.2.7',
  },
  'from a partner': {
    draft: () => inboundDraftOf(),
    step: 'authentication',
    list: 'senderDomains',
    entry: 'contosobank.com',
    says: 'contosobank.com',
  },
};

for (const language of ['en', 'it'] as const) {
  for (const [kind, { draft, step, list, entry, says }] of Object.entries(KINDS)) {
    test(`a connector ${kind} is edited in ${language}, and its old settings count until it is published`, async ({
      console,
      context,
      page,
    }) => {
      const [wizard, own] = [WORDS[language], EDIT_WORDS[language]];
      await context.addCookies([{ name: 'locale', value: language, url: console.url }]);
      const id = await saved(console, { ...draft(console), name: `${kind} ${language}` });
      await edit(page, id, `?step=${step}`);
      await expect(heading(page, wizard.headings[step as 'scope'])).toBeVisible();
      await expect(page.getByText(wizard.endpoints.office365).first()).toBeVisible();
      await add(page, wizard, wizard.fields[list], entry);
      await goTo(page, 'review', wizard);
      await expect(heading(page, own.publish.heading)).toBeFocused();
      // The difference, and perhaps the route that it moves.
      await expect(page.getByRole('listitem').filter({ hasText: says }).first()).toBeVisible();
      expect((await inForce(console, id)).draft[list]).not.toContain(entry);
      await box(page, own.publish.note).fill('A new range');
      await button(page, own.publish.publish).click();
      await expect(page.getByRole('dialog')).toContainText(own.published.replace('{version, number}', '2'));
      const { version, draft: after } = await inForce(console, id);
      expect(version).toBe(2);
      expect(after[list]).toContain(entry);
    });
  }
}

test('settings that no validation stands behind need a reason, and nothing at all can’t be published', async ({
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'For a reason' }));
  await edit(page, id, '?step=validation');
  await expect(page.getByText(/^Validated .* for exactly these settings/)).toBeVisible();
  await next(page, words).click();
  await expect(page.getByText(english.publish.none)).toBeVisible();
  await expect(publishButton(page)).toBeDisabled();
  await expect(page.getByText('Nothing differs from version 1.')).toBeVisible();
  await goTo(page, 'routing');
  await add(page, words, words.fields.smartHosts, console.host('expired').name);
  await goTo(page, 'validation');
  await button(page, words.validation.again).click();
  await slow(page.getByText(english.validation.notPassed)).toBeVisible();
  await next(page, words).click();
  await expect(page.getByText(english.publish.standing.failed)).toBeVisible();
  await expect(publishButton(page)).toBeDisabled();
  await expectAccessible(page);
  await box(page, `${english.publish.reason}`).fill('The certificate is renewed tonight');
  await publishAs(page, 2);
  await expect(page.getByRole('dialog')).toContainText('The certificate is renewed tonight');
});

test('a new validation of the new settings is enough', async ({ console, page }) => {
  const id = await saved(console, toOurServers(console, { name: 'Validated anew' }));
  await edit(page, id, '?step=security');
  await page.getByRole('radio', { name: words.certificates.any }).check();
  await goTo(page, 'validation');
  await button(page, words.validation.again).click();
  await goTo(page, 'review');
  await slow(page.getByText(/^Passed .* for exactly these settings/)).toBeVisible();
  await publishAs(page, 2);
});

test('an old version is restored through the wizard, on a new validation', async ({ console, page }) => {
  const id = await saved(console, toOurServers(console, { name: 'As it was' }));
  await publish(console, id, { description: 'Changed', recipientDomains: ['other.com'] });
  await edit(page, id, '?restore=1');
  await expect(heading(page, english.publish.heading)).toBeVisible();
  await expect(page.getByText('Domain contoso.com added')).toBeVisible();
  await expect(box(page, english.publish.note)).toHaveValue('Restored version 1');
  await expect(publishButton(page)).toBeDisabled();
  await expectAccessible(page);
  await button(page, english.publish.validate).click();
  await validate(page, words);
  await slow(next(page, words)).toBeEnabled();
  await next(page, words).click();
  await slow(publishButton(page)).toBeEnabled();
  await publishAs(page, 3);
  expect((await inForce(console, id)).draft).toMatchObject({
    description: '',
    recipientDomains: ['contoso.com'],
  });
});

test('a copy begins with everything filled in, turned off, under a name of its own', async ({
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Original' }));
  await page.goto(`/connectors/new?clone=${id}`);
  await expect(page.getByText('Filled in with the settings of “Original”')).toBeVisible();
  await expect(box(page, words.fields.name)).toHaveValue('Original 2');
  await expect(page.getByRole('checkbox', { name: words.fields.enabled })).not.toBeChecked();
  await goTo(page, 'validation');
  await validate(page, words);
  await slow(next(page, words)).toBeEnabled();
  await next(page, words).click();
  await button(page, words.footer.create).click();
  await expect(page.getByRole('dialog')).toContainText('Original 2');
});

test('the keyboard alone edits, saves a draft and publishes', async ({ console, page }) => {
  const id = await saved(console, toOurServers(console, { name: 'By keyboard' }));
  await edit(page, id, '?step=scope');
  const reach = async (name: string) => {
    const wanted = button(page, name);
    for (let tries = 0; tries < 60; tries += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement))
        return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${name}.`);
  };
  await box(page, words.fields.recipientDomains).focus();
  await page.keyboard.type('keyboard.com');
  await page.keyboard.press('Enter');
  await reach(english.save.save);
  await expect(page.getByText(english.save.saved)).toBeVisible();
  for (const step of ['routing', 'security', 'validation'] as const) {
    await page.keyboard.press('Home');
    await reach(words.footer.next);
    await expect(heading(page, words.headings[step])).toBeFocused();
  }
  await reach(words.footer.next);
  await expect(heading(page, english.publish.heading)).toBeFocused();
  await reach(english.publish.publish);
  await expect(page.getByRole('dialog')).toContainText('Version 2 is in force.');
});

test('in Italian on a phone, edit, review and merge fit and are accessible', async ({
  console,
  context,
  page,
}) => {
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await page.setViewportSize({ width: 390, height: 844 });
  const id = await saved(console, toOurServers(console, { name: 'Sul telefono' }));
  const fits = async () => {
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  };
  await edit(page, id, '?step=name');
  await box(page, WORDS.it.fields.name).fill('Sul mio telefono');
  await button(page, italian.save.save).click();
  await expect(page.getByText(italian.save.saved)).toBeVisible();
  await fits();
  await publish(console, id, { name: 'Di Grace', description: 'Grace' });
  await edit(page, id, '?step=review');
  await fits();
  await button(page, italian.bars.merge).click();
  await expect(heading(page, italian.merge.title)).toBeFocused();
  await fits();
});

test('helpdesk is told that editing needs an admin, and a connector that is not there is not found', async ({
  console,
  context,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Not for helpdesk' }));
  expect((await edit(page, 'nobody'))?.status()).toBe(404);
  expect((await edit(page, id, '?restore=99'))?.status()).toBe(404);
  await context.clearCookies();
  await console.signIn(context, HELPDESK);
  await edit(page, id);
  await expect(page.getByRole('heading', { name: 'This page needs an admin' })).toBeVisible();
});
