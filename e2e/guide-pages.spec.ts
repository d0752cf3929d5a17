// The set-up guide's pages that work in the browser: firewall rules, the own server's files, a received message's headers.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import italianFirewall from '../messages/it/firewall.json' with { type: 'json' };
import italian from '../messages/it/guidePages.json' with { type: 'json' };
import italianHeaders from '../messages/it/headers.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { test } from './support/article';
import { HELPDESK } from './support/console';

test.beforeEach(({ console, context }) => console.signIn(context, HELPDESK));

/** A page that has just been sent takes no keys until it has come alive. */
const fill = (page: Page, box: string, text: string, answer: string) =>
  expect(async () => {
    await page.getByRole('textbox', { name: box }).fill('');
    await page.getByRole('textbox', { name: box }).fill(text);
    await expect(page.getByText(answer).first()).toBeVisible({ timeout: 1_500 });
  }).toPass();

test('firewall rules are answered as they are pasted, and what is missing goes out in the firewall’s form', async ({
  page,
}) => {
  await page.goto('/guide/firewall?form=nftables');
  await expect(page.getByRole('heading', { name: '6 ranges of Microsoft 365' })).toBeVisible();
  await expectAccessible(page);
  const rules = '40.92.0.0/15 40.107.0.0/16\n52.100.0.0 255.252.0.0\n104.47.0.0/18\nmail.contoso.com';
  await fill(page, 'The rules for port 25', rules, 'What is missing: 3 ranges.');
  const answer = page.getByRole('region', { name: 'What the rules come to' });
  await expect(answer.getByRole('region', { name: 'Missing' })).toContainText('104.47.64.0/18');
  await expect(answer).toContainText('Line 4: “mail.contoso.com” is a name.');
  await expect(page.getByRole('listitem').filter({ hasText: '104.47.0.0/17' })).toContainText(
    'let in partly',
  );
  await page.getByRole('button', { name: 'Only the missing' }).click();
  await expect(page.getByRole('region', { name: 'microsoft365-smtp-sets.nft' })).toContainText(
    '104.47.64.0/18',
  );
  await page.getByRole('button', { name: 'Windows Firewall' }).click();
  await expect(page).toHaveURL(/form=windows$/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download microsoft365-smtp.ps1' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved).toContain('New-NetFirewallRule');
  expect(saved).not.toContain('40.92.0.0/15');
  await expectAccessible(page);
});

test('the own server’s files come filled in, what is a guess is marked, and a link keeps the values', async ({
  page,
}) => {
  await page.goto('/guide/server');
  await expect(page.getByRole('region', { name: 'Exchange Server' })).toContainText(
    'Exchange Server: sends the organization',
  );
  await page.getByRole('link', { name: 'Postfix' }).click();
  const file = page.getByRole('region', { name: '/etc/postfix/main.cf' });
  await expect(file).toContainText('relayhost = [contoso-com.mail.protection.outlook.com]:25');
  await expect(page.getByText('is what the name usually is')).toBeVisible();
  await expectAccessible(page);
  await fill(page, 'Name of your server', 'mx9.contoso.com', 'smtp_helo_name = ');
  await expect(file).toContainText('smtp_helo_name = mx9.contoso.com');
  await expect(page).toHaveURL(/ehloName=mx9\.contoso\.com/);
  await page.reload();
  await expect(file).toContainText('smtp_helo_name = mx9.contoso.com');
  await fill(page, 'Key file', '../key', 'The files come once');
  await expectAccessible(page);
});

test('a received message’s headers tell its path, and whether the set-up foresees it; nothing pasted leaves', async ({
  page,
  request,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await page.goto('/guide/final-test');
  const box = page.getByRole('textbox', { name: 'Headers of a received message' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Show an example' }).click();
    await expect(page.getByText('The message went where the set-up sends it.')).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  const path = page.getByRole('list', { name: 'The path of the message' });
  await expect(path.getByRole('listitem')).toHaveCount(4);
  await expect(path.getByRole('listitem').nth(1)).toContainText('Here it enters Office 365');
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('It took 7 minutes');
  await expect(page.getByText('SPF: pass')).toBeVisible();
  await expectAccessible(page);
  expect(sent.filter((request) => request.includes('final-test-1'))).toEqual([]);
  expect((await request.get('/api/guide/path-set-up')).status()).toBe(401);
  // A whole megabyte goes round the box, and the page answers.
  const long = `${await box.inputValue()}X-Long: ${'a'.repeat(1_000_000)}\n`;
  await page.locator('input[type=file]').setInputFiles({
    name: 'message.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(long),
  });
  await expect(page.getByText('message.eml')).toBeVisible();
  await expect(path.getByRole('listitem')).toHaveCount(4);
  await page.getByRole('link', { name: 'How the route trace explains it' }).click();
  await expect(page.getByRole('textbox', { name: 'IP address of the sending server' })).toHaveValue(
    '203.0.113.25',
  );
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'No headers yet' })).toBeVisible();
});

test('on a phone, in Italian', async ({ page, context, console }) => {
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/guide/firewall', '/guide/server?program=exim', '/guide/final-test']) {
    await page.goto(path);
    if (path !== '/guide/server?program=exim') {
      await expect(async () => {
        await page.getByRole('button', { name: italian.paste.example }).click();
        const heard = path.includes('firewall')
          ? italianFirewall.state.partly
          : italianHeaders.verdict.asForeseen;
        await expect(page.getByText(heard).first()).toBeVisible({ timeout: 2_000 });
      }).toPass();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  }
});
