// Who comes in and how: the first admin's link, signing in and out, invitations, roles, too many attempts.
import { expect, type Page } from '@playwright/test';
import type { Actor } from '../lib/auth/permissions';
import { findUserByEmail } from '../lib/data/users';
import type { OperationContext } from '../lib/operations/context';
import { inviteUser } from '../lib/operations/invitations';
import { requestReset } from '../lib/operations/users-reset';
import { expectAccessible as expectNoViolation } from './support/accessible';
import { ADMIN, HELPDESK, startConsole, type TestConsole, test } from './support/console';

const PASSWORD = 'correct horse battery';
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

/** At both sizes: no violation, and nothing to scroll sideways for. */
async function expectAccessible(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoViolation(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
  }
  await page.setViewportSize(SIZES[0]);
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page, name: string): Promise<void> {
  const way = page.getByRole('menuitem', { name: 'Sign out' });
  // A page that has just been sent takes no clicks until it has come alive.
  await expect(async () => {
    if (!(await way.isVisible())) await page.getByRole('button', { name: `Account of ${name}` }).click();
    await expect(way).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await way.click();
  await expect(heading(page, 'Sign in')).toBeVisible();
}

async function newAccount(page: Page, name: string, email: string | undefined): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  if (email) await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Repeat the password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account and sign in' }).click();
}

/** What ADMIN does without the screens. */
async function adminContext({ store, settings }: TestConsole): Promise<OperationContext> {
  const user = await findUserByEmail(store, ADMIN.email);
  const who: Actor = {
    userId: user?.id ?? '',
    name: ADMIN.name,
    email: ADMIN.email,
    role: 'admin',
    sessionId: 's',
  };
  return { who, store, settings, now: () => new Date() };
}

const pathOf = (link: string) => new URL(link).pathname;

test('the first admin comes in by the link that the console printed, once', async ({ browser }) => {
  const console = await startConsole();
  try {
    const context = await browser.newContext({ baseURL: console.url });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByText('Nobody has an account yet.')).toBeVisible();
    await page.goto('/set-up?token=guessed');
    await expect(heading(page, 'This link is not valid')).toBeVisible();

    const link = console.setUpLink ?? '';
    await page.goto(link);
    await expect(heading(page, 'Set up Mailspan')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create account and sign in' }).click();
    await expect(page.getByText('Enter an email address.')).toBeVisible();
    await newAccount(page, 'Ada Admin', 'ada@contoso.test');
    await expect(heading(page, 'Connectors')).toBeVisible();

    await context.clearCookies();
    await page.goto(link);
    await expect(heading(page, 'This link was already used')).toBeVisible();
    await expectAccessible(page);
    await context.close();
  } finally {
    await console.stop();
  }
});

test('a wrong password opens nothing, the right one leads where one wanted to go, and out again', async ({
  page,
}) => {
  await page.goto('/connectors?q=mail');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Enter a password.')).toBeVisible();
  await signIn(page, ADMIN.email, 'not the password');
  await expect(page.getByText('The email address or the password is not correct.')).toBeVisible();
  await expect(page.getByLabel('Email address')).toHaveValue(ADMIN.email);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await signIn(page, 'nobody@contoso.test', PASSWORD);
  await expect(page.getByText('The email address or the password is not correct.')).toBeVisible();
  await signIn(page, ADMIN.email.toUpperCase(), PASSWORD);
  await expect(page).toHaveURL(/\/connectors\?q=mail$/);
  await signOut(page, ADMIN.name);
  await page.goto('/connectors');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an admin invites helpdesk by a link to hand over; helpdesk manages nobody', async ({
  browser,
  console,
  context,
  page,
}) => {
  await console.signIn(context, ADMIN);
  await page.goto('/settings/users');
  await page.getByRole('button', { name: 'Invite a user' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: /^Helpdesk/ })).toBeChecked();
  await dialog.getByLabel('Email address (optional)').fill('ivy@contoso.test');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByLabel('One-time link').inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Invite a user' })).toBeFocused();

  const invited = await browser.newContext({ baseURL: console.url });
  const guest = await invited.newPage();
  await guest.goto(link);
  await expect(guest.getByText('You are invited as helpdesk.')).toBeVisible();
  await expect(guest.getByLabel('Email address')).toHaveValue('ivy@contoso.test');
  await newAccount(guest, 'Ivy Invited', undefined);
  await expect(heading(guest, 'Connectors')).toBeVisible();
  await guest.goto('/settings/users');
  await expect(heading(guest, 'This page needs an admin')).toBeVisible();
  await expect(guest.getByText(ADMIN.email)).toHaveCount(0);
  await expectAccessible(guest);
  await invited.clearCookies();
  await guest.goto(link);
  await expect(heading(guest, 'This link was already used')).toBeVisible();
  await invited.close();

  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: 'Ivy Invited' })).toContainText('Helpdesk');
  await expectAccessible(page);
});

test('too many attempts are told when to try again, even with the right password', async ({
  console,
  page,
}) => {
  const person = { ...HELPDESK, name: 'Rae', email: 'rae@contoso.test' };
  await console.addPerson(person);
  await page.goto('/sign-in');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await signIn(page, person.email, `wrong ${attempt}`);
    await answered;
    await expect(page.getByText('The email address or the password is not correct.')).toBeVisible();
  }
  await signIn(page, person.email, PASSWORD);
  await expect(page.getByText(/^Too many attempts\. Try again in \d+ minutes?\.$/)).toBeVisible();
  await expectAccessible(page);
});

test('the sign-in page speaks Italian where the browser does, and English on demand', async ({
  browser,
  console,
}) => {
  const context = await browser.newContext({ baseURL: console.url, locale: 'it-IT' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(heading(page, 'Accedi')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await page.getByRole('button', { name: 'Accedi' }).click();
  await expect(page.getByText('Immettere un indirizzo di posta elettronica.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Lingua' }).selectOption('en');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await context.close();
});

test('every page for people who are not signed in is accessible', async ({ console, page }) => {
  const admin = await adminContext(console);
  const invitation = await inviteUser(admin, { role: 'admin', email: undefined });
  const user = await findUserByEmail(console.store, HELPDESK.email);
  const reset = await requestReset(admin, { userId: user?.id ?? '' });
  if (!invitation.ok || !reset.ok) throw new Error('A link was not made.');
  for (const [path, title] of [
    ['/sign-in', 'Sign in'],
    ['/forgotten', 'Forgotten password'],
    [pathOf(invitation.value.link), 'Join Mailspan'],
    [pathOf(reset.value.link), 'New password'],
    ['/invite/unknown', 'This link is not valid'],
  ] as const) {
    await page.goto(path);
    await expect(heading(page, title)).toBeVisible();
    await expectAccessible(page);
  }
});
