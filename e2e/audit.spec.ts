// The audit log: what admins read in it, what they take away, whether it is whole; and that helpdesk stays outside.
import { readFile } from 'node:fs/promises';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { type AuditEvent, appendAudit, listAudit } from '../lib/data/audit';
import { unguardAudit } from '../lib/data/audit-for-tests';
import { contoso } from '../lib/data/connector-for-tests';
import { findUserByEmail } from '../lib/data/users';
import type { OutboundConnector } from '../lib/mailflow/connector';
import { fromConnector } from '../lib/mailflow/draft-to-connector';
import { requestValidation } from '../lib/operations/request-validation';
import english from '../messages/en/audit.json' with { type: 'json' };
import italian from '../messages/it/audit.json' with { type: 'json' };
import { expectAccessible as expectNoViolation } from './support/accessible';
import { ADMIN, HELPDESK, startConsole, type TestConsole } from './support/console';

/** Entries before those that the tests look at: more than one page of them. */
const OLD = 60;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** A console of this file's own, so that its log holds what is written here and nothing else. */
const test = base.extend<object, { console: TestConsole }>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const console = await startConsole();
      try {
        await Promise.all([ADMIN, HELPDESK].map(console.addPerson));
        await fill(console);
        await use(console);
      } finally {
        await console.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ console }, use) => use(console.url),
});

/** The connector, with one smart host more or less. */
const host = (name: string) => ({ kind: 'name', host: name, port: 25 }) as const;
const ONE: OutboundConnector = {
  ...contoso,
  delivery: { by: 'smartHosts', hosts: [host('mail1.contoso.com')] },
};
const TWO: OutboundConnector = {
  ...contoso,
  delivery: { by: 'smartHosts', hosts: [host('mail1.contoso.com'), host('mail2.contoso.com')] },
};

async function fill({ store }: TestConsole): Promise<void> {
  const admin = await findUserByEmail(store, ADMIN.email);
  const log = (event: Partial<AuditEvent> & Pick<AuditEvent, 'action'>, day = '2026-11-20') =>
    store.write((tx) =>
      appendAudit(tx, {
        at: new Date(`${day}T09:30:15Z`),
        actorName: ADMIN.name,
        ...(admin && { actorId: admin.id }),
        subjectKind: 'connector',
        subjectId: 'c-1',
        subjectName: 'Contoso to Fabrikam',
        remoteAddress: '192.0.2.7',
        ...event,
      }),
    );
  const user = { subjectKind: 'user', subjectId: 'u-1', subjectName: 'old@contoso.test' };
  for (let number = 0; number < OLD; number += 1)
    await log({ ...user, action: 'user.signedIn' }, '2026-10-01');
  await log({ action: 'connector.created', details: { version: 1, connector: TWO } });
  const details = { version: 2, before: TWO, after: ONE, note: 'mail2 is gone', reason: 'It is night' };
  await log({ action: 'connector.published', details });
  const off = { version: 3, before: ONE, after: { ...ONE, enabled: false } };
  await log({ action: 'connector.published', details: off }, '2026-11-21');
  const { actorId: _, ...nobody } = { actorId: '', ...user, actorName: '' };
  await store.write((tx) =>
    appendAudit(tx, {
      ...nobody,
      at: new Date('2026-11-21T10:00:00Z'),
      action: 'user.signInRefused',
      remoteAddress: '192.0.2.66',
    }),
  );
  await log({ action: 'rule.tested', subjectKind: 'rule', details: { before: 'x', after: 7 } }, '2026-11-22');
}

/** At both sizes: no violation, and nothing to scroll sideways for. */
async function expectAccessible(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoViolation(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  }
  await page.setViewportSize(SIZES[0]);
}

const said = (page: Page) => page.getByRole('table').getByRole('link').allTextContents();
const panel = (page: Page) => page.getByRole('dialog');
const older = (page: Page) => page.getByRole('link', { name: english.list.older });

test.describe('as an admin', () => {
  test.beforeEach(({ console, context }) => console.signIn(context, ADMIN));

  test('the log says who did what, when and from where, the newest first', async ({ page }) => {
    await page.goto('/connectors');
    await page.getByRole('link', { name: 'Audit log', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible();
    await expect(page.getByRole('columnheader')).toHaveText(['When', 'Who', 'What', 'From where']);
    expect((await said(page)).slice(0, 5)).toEqual([
      'rule.tested: Contoso to Fabrikam',
      'Sign-in refused for old@contoso.test',
      'Turned off “Contoso to Fabrikam” (version 3)',
      'Published version 2 of “Contoso to Fabrikam”',
      'Created “Contoso to Fabrikam”',
    ]);
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    await expect(row('Turned off')).toContainText('Nov 21, 2026, 09:30:15Ada Admin');
    await expect(row('Turned off')).toContainText('192.0.2.7');
    await expect(row('Sign-in refused')).toContainText('Not signed in');
    await expectAccessible(page);
  });

  test('it is searched by person, activity, subject and day, and the address says so', async ({ page }) => {
    await page.goto('/audit');
    await page.getByLabel('Activity').selectOption({ label: 'Connectors' });
    await expect(page).toHaveURL(/\?activity=connectors$/);
    await expect.poll(() => said(page)).toHaveLength(3);
    await page.getByLabel('Connector, domain, rule or user').fill('FABRIKAM');
    await expect(page).toHaveURL(/subject=FABRIKAM/);
    await page.getByLabel('To', { exact: true }).fill('2026-11-20');
    await expect.poll(() => said(page)).toHaveLength(2);
    await page.getByLabel('Person').selectOption({ label: 'Ada Admin' });
    await expect(page).toHaveURL(/person=/);
    await page.reload();
    expect(await said(page)).toEqual([
      'Published version 2 of “Contoso to Fabrikam”',
      'Created “Contoso to Fabrikam”',
    ]);
    await expect(page.getByText(english.list.endOfMatches)).toBeVisible();
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('2026-11-20');
    await page.getByLabel('From', { exact: true }).fill('2026-11-23');
    await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(page).toHaveURL(/\/audit$/);
    await expect(page.getByLabel('Connector, domain, rule or user')).toHaveValue('');
    await page.getByLabel('Person').selectOption({ label: 'Not signed in' });
    await expect.poll(() => said(page)).toEqual(['Sign-in refused for old@contoso.test']);
  });

  test('older entries are loaded below, and their address leads back to them', async ({ page }) => {
    await page.goto('/audit?activity=signIn');
    await expect.poll(() => said(page)).toHaveLength(50);
    await older(page).click();
    await expect.poll(() => said(page)).toHaveLength(OLD + 1);
    await expect(page.getByText('11 older entries loaded.')).toBeVisible();
    await expect(page.getByText(english.list.endOfMatches)).toBeVisible();
    await expect(page).toHaveURL(/\?activity=signIn&before=\d+$/);
    await page.reload();
    await expect.poll(() => said(page)).toHaveLength(11);
    await page.getByRole('link', { name: english.list.newest }).click();
    await expect.poll(() => said(page)).toHaveLength(50);
    await expect(page).toHaveURL(/\?activity=signIn$/);
    await page.goto('/audit?before=abc&activity=nothing&from=2026-13-99&entry=x');
    await expect.poll(() => said(page)).toHaveLength(50);
  });

  test('an entry opens in a panel with what changed, in words, and with its own address', async ({
    page,
  }) => {
    await page.goto('/audit?activity=connectors');
    const link = page.getByRole('link', { name: 'Published version 2' });
    await link.click();
    await expect(panel(page)).toContainText('Smart host mail2.contoso.com removed');
    for (const text of ['mail2 is gone', 'It is night', '192.0.2.7', `${OLD + 2}`])
      await expect(panel(page)).toContainText(text);
    await expect(page).toHaveURL(new RegExp(`entry=${OLD + 2}$`));
    const history = panel(page).getByRole('link', { name: 'History of the connector' });
    await expect(history).toHaveAttribute('href', '/connectors/c-1/history');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(link).toBeFocused();
    await page.goForward();
    await expect(panel(page)).toContainText('mail2 is gone');
    await page.goBack();
    await expect(panel(page)).toBeHidden();

    await page.goto(`/audit?activity=users&entry=${OLD + 1}`);
    await expect(panel(page)).toContainText('Created “Contoso to Fabrikam”');
    await panel(page).getByText('The settings', { exact: true }).click();
    await expect(panel(page)).toContainText('mail2.contoso.com');
    await page.goto('/audit?entry=99999');
    await expect(panel(page)).toContainText(english.entry.missing);
    await page.goto(`/audit?entry=${OLD + 5}`);
    await panel(page).getByText('As recorded').click();
    await expect(panel(page)).toContainText('"after": 7');
    await expectAccessible(page);
  });

  test('the validation that an entry names is shown beside it', async ({ console, page }) => {
    const { store, settings } = console;
    const user = await findUserByEmail(store, ADMIN.email);
    const who = { ...ADMIN, userId: user?.id ?? '', sessionId: 's' };
    const draft = { ...fromConnector(ONE), smartHosts: [console.host('good').name] };
    const asked = await requestValidation({ who, store, settings, now: () => new Date() }, { draft });
    expect(asked.ok).toBe(true);
    await page.goto('/audit?activity=validation');
    await page.getByRole('link', { name: 'Asked for a validation of unsaved settings' }).click();
    await expect(panel(page)).toContainText(console.host('good').name);
    await panel(page).getByRole('button', { name: 'Show the validation' }).click();
    await expect(panel(page)).toContainText('Send test email', { timeout: 20_000 });
    await expectAccessible(page);
  });

  test('it is taken away as CSV and as JSON, filters and all, and that is an entry', async ({
    console,
    page,
  }) => {
    const download = async (name: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const file = await coming;
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    await page.goto('/audit?activity=connectors&to=2026-11-20');
    const csv = await download('Export CSV');
    expect(csv.name).toMatch(/^mailspan-audit-log-\d{4}-\d\d-\d\d\.csv$/);
    const lines = csv.text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain('Published version 2 of “Contoso to Fabrikam”');
    await expect
      .poll(async () => (await listAudit(console.store, { limit: 1 }))[0])
      .toMatchObject({
        action: 'audit.exported',
        actorName: ADMIN.name,
        details: { format: 'csv', filters: { group: 'connectors', to: '2026-11-20' } },
      });
    await page.goto('/audit');
    const json = await download('Export JSON');
    const { entries } = JSON.parse(json.text) as { entries: { action: string }[] };
    expect(entries.at(-1)?.action).toBe('audit.exported');
    expect(entries.length).toBe((await listAudit(console.store, { limit: 1 }))[0]?.sequence);
    expect((await page.request.get('/api/audit?format=xml')).status()).toBe(400);
  });
});

test('helpdesk has no way in: not by the navigation, not by the address, not by the file', async ({
  console,
  context,
  page,
}) => {
  await console.signIn(context, HELPDESK);
  await page.goto('/connectors');
  await expect(page.getByRole('link', { name: 'Connectors', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
  const answer = await page.goto('/audit');
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole('heading', { name: 'This page needs an admin' })).toBeVisible();
  expect((await page.request.get('/api/audit?format=json')).status()).toBe(403);
  await context.clearCookies();
  expect((await page.request.get('/api/audit?format=json')).status()).toBe(401);
});

async function signedIn(browser: Browser, console: TestConsole, locale: string) {
  const context = await browser.newContext({ baseURL: console.url, locale, timezoneId: 'Europe/Rome' });
  await console.signIn(context, ADMIN);
  return { page: await context.newPage(), close: () => context.close() };
}

test('in Italian, in the reader’s time zone', async ({ browser, console }) => {
  const { page, close } = await signedIn(browser, console, 'it-IT');
  await page.goto('/audit');
  await expect(page.getByRole('link', { name: 'Log di controllo', exact: true })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Disattivato “Contoso' })).toContainText('10:30:15');
  await page.getByRole('link', { name: 'Pubblicata la versione 2' }).click();
  await expect(panel(page)).toContainText(italian.facts.reason);
  await expect(panel(page)).toContainText('mail2.contoso.com');
  await panel(page).getByRole('button', { name: italian.entry.close }).click();
  await page.getByRole('button', { name: italian.commands.verify }).click();
  await expect(page.getByText(/Tutte le \d+ voci sono integre/)).toBeVisible();
  await expectAccessible(page);
  await close();
});

test('the check says that the log is whole, and where it no longer is', async ({
  console,
  context,
  page,
}) => {
  await console.signIn(context, ADMIN);
  await page.goto('/audit');
  const verify = page.getByRole('button', { name: 'Verify' });
  await verify.click();
  await expect(page.getByText(/^All \d+ entries are intact\.$/)).toBeVisible();

  await unguardAudit(console.store);
  const hidden = { where: { sequence: OLD + 3 }, data: { actorName: 'Mallory' } };
  await console.store.client.auditEntry.update(hidden);
  await verify.click();
  const alert = page.getByRole('alert').filter({ hasText: `Entry ${OLD + 3} was changed` });
  await expect(alert).toContainText('Mail is not affected');
  await expect(page.getByRole('cell', { name: 'Mallory' })).toBeVisible();
  await expectAccessible(page);
  await alert.getByRole('link', { name: `Show entry ${OLD + 3}` }).click();
  await expect(panel(page)).toContainText('Mallory');
  await page.keyboard.press('Escape');
  await console.store.client.auditEntry.delete({ where: { sequence: 2 } });
  await verify.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Entry 2 is missing' })).toBeVisible();
});
