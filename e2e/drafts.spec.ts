// Edits that are not published yet: they outlive sessions and devices, and of two admins neither overwrites the other.
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import signInWords from '../messages/en/signIn.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, type TestConsole, test } from './support/console';
import {
  box,
  button,
  EDIT_WORDS,
  edit,
  goTo,
  inForce,
  publishAs,
  saveDraft,
  saved,
  toOurServers,
} from './support/edited-connector';
import type { Person } from './support/people';
import { publish } from './support/stored-connectors';
import { add, heading, next, WORDS } from './support/wizard';

const BEN: Person = {
  name: 'Ben Baker',
  email: 'ben@contoso.test',
  password: 'another long horse',
  role: 'admin',
};
const words = WORDS.en;
const english = EDIT_WORDS.en;

test.beforeAll(async ({ console }) => console.addPerson(BEN));
test.beforeEach(async ({ console, context }) => console.signIn(context, ADMIN));

const publishButton = (page: Page) => button(page, english.publish.publish);

async function asBen(console: TestConsole, browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: console.url,
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  await console.signIn(context, BEN);
  return context;
}

test('a draft survives the session and the device: saved unfinished here, continued and published there', async ({
  browser,
  console,
  context,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'On two devices' }));
  await edit(page, id, '?step=name');
  await box(page, words.fields.description).fill('Half of it');
  await box(page, words.fields.name).fill('');
  await expect(next(page, words)).toBeDisabled();
  await context.clearCookies();
  await button(page, english.save.save).click();
  await page.getByRole('link', { name: words.problems.signIn }).click();
  await page.getByLabel(signInWords.fields.email).fill(ADMIN.email);
  await page.getByLabel(signInWords.fields.password, { exact: true }).fill(ADMIN.password);
  await button(page, signInWords.signIn.submit).click();
  await expect(page.getByText(english.bars.kept)).toBeVisible();
  await expect(box(page, words.fields.description)).toHaveValue('Half of it');
  await saveDraft(page);
  expect((await inForce(console, id)).draft.description).toBe('');

  const other = await asBen(console, browser);
  const there = await other.newPage();
  await edit(there, id);
  await expect(there.getByText(`Draft by ${ADMIN.name}`)).toBeVisible();
  await expect(box(there, words.fields.name)).toHaveValue('');
  await box(there, words.fields.name).fill('On two devices, done');
  await goTo(there, 'review');
  await expect(there.getByText('Description set to “Half of it”')).toBeVisible();
  await publishAs(there, 2);
  await other.close();
  await edit(page, id);
  await expect(box(page, words.fields.name)).toHaveValue('On two devices, done');
  await expect(page.getByText('Your draft, saved')).toBeHidden();
});

test('what somebody else published meanwhile is merged, and a name that both changed is chosen', async ({
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Of two admins' }));
  await edit(page, id, '?step=name');
  await box(page, words.fields.name).fill('Of Ada');
  await box(page, words.fields.description).fill('By Ada');
  await publish(
    console,
    id,
    { name: 'Of Grace', recipientDomains: ['contoso.com', 'merged.com'] },
    'From the merger',
  );
  await goTo(page, 'review');
  await publishButton(page).click();
  await expect(heading(page, english.merge.title)).toBeFocused();
  await expect(page.getByRole('region', { name: 'Version 2' })).toContainText('Published by Grace');
  await expect(page.getByRole('region', { name: 'Version 2' })).toContainText('From the merger');
  await expect(page.getByRole('region', { name: 'Version 2' })).toContainText('Domain merged.com added');
  await expect(page.getByRole('region', { name: english.merge.mine })).toContainText(
    'Description set to “By Ada”',
  );
  await expectAccessible(page);
  await expect(button(page, english.merge.use)).toBeDisabled();
  const choice = page.getByRole('radiogroup', { name: words.fields.name });
  await choice.getByRole('radio', { name: /^Version 2:.*Of Grace/ }).check();
  await choice.getByRole('radio', { name: /^Your edit:.*Of Ada/ }).check();
  await button(page, english.merge.use).click();
  await expect(heading(page, english.publish.heading)).toBeFocused();
  await publishAs(page, 3);
  const { draft } = await inForce(console, id);
  expect(draft).toMatchObject({
    name: 'Of Ada',
    description: 'By Ada',
    recipientDomains: ['contoso.com', 'merged.com'],
  });
});

test('a draft that began before the version in force says so at once, on its own address too', async ({
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Begun before' }));
  await edit(page, id, '?step=scope');
  await add(page, words, words.fields.recipientDomains, 'ada.com');
  await saveDraft(page);
  await publish(console, id, { description: 'By Grace' });
  await edit(page, id, '?step=review');
  await expect(page.getByText(/Grace published version 2/)).toBeVisible();
  await expect(publishButton(page)).toBeDisabled();
  await edit(page, id, '?step=merge');
  await expect(page.getByText('Nothing is in conflict')).toBeVisible();
  await button(page, english.merge.back).click();
  await button(page, english.bars.merge).click();
  await button(page, english.merge.use).click();
  await expect(page.getByText('Domain ada.com added')).toBeVisible();
  await publishAs(page, 3);
});

test('of two drafts the admin chooses one: nothing is replaced silently', async ({
  browser,
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Two drafts' }));
  await edit(page, id, '?step=name');
  await box(page, words.fields.description).fill('Of Ada');
  const other = await asBen(console, browser);
  const there = await other.newPage();
  await edit(there, id, '?step=name');
  await box(there, words.fields.description).fill('Of Ben');
  await saveDraft(there);

  await button(page, english.save.save).click();
  const question = page.getByRole('alertdialog', { name: english.draftMoved.title });
  await expect(question).toContainText('Ben Baker saved a draft');
  await question.getByRole('button', { name: english.draftMoved.cancel }).click();
  await expect(page.getByText('There is a draft by Ben Baker')).toBeVisible();
  await button(page, english.save.save).click();
  await question.getByRole('button', { name: english.draftMoved.replace }).click();
  await expect(page.getByText(english.save.saved)).toBeVisible();

  await box(there, words.fields.description).fill('Of Ben again');
  await button(there, english.save.save).click();
  const theirs = there.getByRole('alertdialog', { name: english.draftMoved.title });
  await theirs.getByRole('button', { name: 'Open theirs' }).click();
  await expect(box(there, words.fields.description)).toHaveValue('Of Ada');
  await expect(there.getByText(`Draft by ${ADMIN.name}`)).toBeVisible();
  await other.close();
});

test('a draft is discarded with one click, and can be had back with what was on top of it', async ({
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Thrown away' }));
  await edit(page, id, '?step=name');
  await box(page, words.fields.description).fill('Saved');
  await saveDraft(page);
  await box(page, words.fields.description).fill('Not saved');
  await button(page, english.bars.discard).click();
  await expect(page.getByText(english.bars.discarded)).toBeVisible();
  await expect(box(page, words.fields.description)).toHaveValue('');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(box(page, words.fields.description)).toHaveValue('Not saved');
  await expect(page.getByText('Your draft, saved')).toBeVisible();
  await page.reload();
  await expect(box(page, words.fields.description)).toHaveValue('Not saved');
});

test('text that is typed and not added stays, and Save as draft says that it is left out', async ({
  console,
  page,
}) => {
  const id = await saved(console, toOurServers(console, { name: 'Typed' }));
  await edit(page, id, '?step=routing');
  await box(page, words.fields.smartHosts).fill('mail2.contoso');
  await button(page, english.save.save).click();
  await expect(page.getByText('Draft saved without “mail2.contoso”')).toBeVisible();
  await page.reload();
  await expect(box(page, words.fields.smartHosts)).toHaveValue('mail2.contoso');
  await button(page, words.footer.cancel).click();
  await expect(page.getByRole('alertdialog')).toContainText(english.leave.title);
  await button(page, english.leave.stay).click();
  await expect(box(page, words.fields.smartHosts)).toHaveValue('mail2.contoso');
});
