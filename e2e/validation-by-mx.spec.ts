// Validating a connector to a partner that is reached by the MX records of its domain, against real SMTP servers.
import { expect, type Page } from '@playwright/test';
import validationWords from '../messages/en/validation.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, test } from './support/console';
import { validate, WORDS, walkToMxValidation } from './support/wizard';

const words = WORDS.en;
const ended = expect.configure({ timeout: 20_000 });

const task = (page: Page, name: string) => page.getByRole('button', { name });
const summary = (page: Page, outcome: 'passed' | 'failed') =>
  page.getByRole('heading', { name: validationWords.summary[outcome], exact: true });

test.beforeEach(async ({ console, context, page }) => {
  await console.signIn(context, ADMIN);
  await page.goto(`${console.url}/connectors/new`);
});

test('the partner’s servers are found, each is tried, and one of them gets the message', async ({
  console,
  page,
}) => {
  const { received } = console.mxServer('mx1.fabrikam.test');
  const before = received.length;
  await walkToMxValidation(page, words, { name: 'Fabrikam', recipients: ['ada@fabrikam.test'] });
  await validate(page, words);
  await ended(summary(page, 'passed')).toBeVisible();
  await task(page, 'Find the mail servers of fabrikam.test').click();
  const servers = page.getByRole('table', { name: validationWords.exchangers.title });
  await expect(servers.getByRole('row')).toHaveCount(3);
  await expect(servers.getByRole('row', { name: /10 mx1\.fabrikam\.test/ })).toContainText('Succeeded');
  await expect(task(page, 'Check connectivity to mx2.fabrikam.test')).toContainText('preference 20');
  await expect(task(page, 'Send test email to ada@fabrikam.test')).toContainText('Succeeded');
  expect(received.length).toBe(before + 1);
  await expectAccessible(page);
});

test('a backup that would take mail without TLS fails the validation', async ({ page }) => {
  await walkToMxValidation(page, words, { name: 'Wingtip', recipients: ['bob@wingtip.test'] });
  await validate(page, words);
  await ended(summary(page, 'failed')).toBeVisible();
  await expect(task(page, 'Check connectivity to mx1.wingtip.test')).toContainText('Succeeded');
  await expect(task(page, 'Check connectivity to mx2.wingtip.test')).toContainText('Failed');
  await expect(page.getByText('mx2.wingtip.test does not offer STARTTLS.')).toBeVisible();
});

test('a preferred server that is down is a warning where the backup takes the message', async ({ page }) => {
  const recipients = ['eve@tailspin.test', 'ada@fabrikam.test'];
  await walkToMxValidation(page, words, { name: 'Tailspin', recipients });
  await validate(page, words);
  await ended(summary(page, 'passed')).toBeVisible();
  await expect(page.getByRole('list', { name: 'tailspin.test' }).getByRole('listitem')).toHaveCount(4);
  await task(page, 'Check connectivity to mx1.tailspin.test').click();
  await expect(page.getByText(validationWords.spare)).toBeVisible();
});

test('a domain that takes no mail is told of as such', async ({ page }) => {
  await walkToMxValidation(page, words, { name: 'No mail', recipients: ['ada@nomail.test'] });
  await validate(page, words);
  await ended(summary(page, 'failed')).toBeVisible();
  await expect(page.getByText(/nomail\.test declares in DNS that it takes no mail/)).toBeVisible();
});
