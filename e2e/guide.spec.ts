// The set-up guide: from a new organization to nothing left, in both languages; on a phone; what helpdesk may; on paper; and the
// MX record on its way.
import { expect, type Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import enGuide from '../messages/en/guide.json' with { type: 'json' };
import enScreens from '../messages/en/guideScreens.json' with { type: 'json' };
import itGuide from '../messages/it/guide.json' with { type: 'json' };
import itScreens from '../messages/it/guideScreens.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, HELPDESK } from './support/console';
import { test } from './support/guided-console';

const MESSAGES = {
  en: { guide: enGuide, guideScreens: enScreens },
  it: { guide: itGuide, guideScreens: itScreens },
};
const PHONE = { width: 390, height: 844 };
const wordsOf = (locale: 'en' | 'it') => createTranslator({ locale, messages: MESSAGES[locale] });
const en = wordsOf('en');

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const step = (page: Page, id: string) => page.locator(`#step-${id}`);
const stateOf = (page: Page, id: string) => step(page, id).locator('summary').first();

async function begin(
  page: Page,
  t: ReturnType<typeof wordsOf>,
  chosen: keyof typeof enGuide.scenario = 'ownServers',
): Promise<void> {
  const scenario = t(`guide.scenario.${chosen}.title`);
  await page.goto('/guide');
  await button(page, t('guideScreens.choice.chooseThis', { scenario })).click();
  await expect(step(page, 'tls')).toBeVisible();
}

type Step = keyof typeof enGuide.step;

/** Confirms what only a person knows, by its title; with a note where the step is about the firewall. */
async function confirmAll(
  page: Page,
  t: ReturnType<typeof wordsOf>,
  steps: readonly (readonly [id: string, title: Step])[],
): Promise<void> {
  for (const [id, title] of steps) {
    await page.goto(`/guide?step=${id}`);
    // By then the page is alive: a click before that is lost.
    await expect(stateOf(page, id)).toBeFocused();
    const about = t(`guide.step.${title}.title`);
    await button(page, t('guideScreens.step.confirmThis', { about })).click();
    const dialog = page.getByRole('dialog');
    if (id === 'firewall') {
      await expectAccessible(page);
      await dialog.getByRole('textbox').fill('CHG-4711');
    }
    await dialog.getByRole('button', { name: t('guideScreens.confirm.confirm') }).click();
    await expect(stateOf(page, id)).toContainText(t('guide.state.confirmed'));
  }
}

const JOURNEYS = [
  ['en', 'ownServers'],
  ['it', 'both'],
] as const;

for (const [locale, scenario] of JOURNEYS) {
  const t = wordsOf(locale);
  test(`${locale}, ${scenario}: from a new organization to nothing left`, async ({
    guided,
    page,
    context,
  }) => {
    await guided.beginAnew();
    await guided.signIn(context, ADMIN);
    await context.addCookies([{ name: 'locale', value: locale, url: guided.url }]);
    if (locale === 'it') await page.setViewportSize(PHONE);
    await page.goto('/guide');
    await expectAccessible(page);
    await begin(page, t, scenario);
    await expect(stateOf(page, 'spf')).toContainText(t('guide.state.toDo'));
    await guided.storeSetup();
    await page.reload();
    await expectAccessible(page);

    await button(page, t('guideScreens.commands.check')).click();
    await expect(stateOf(page, 'spf')).toContainText(t('guide.state.done'));
    // The worker validates the connector; the page follows by itself.
    await expect(stateOf(page, 'port25')).toContainText(t('guide.state.done'), { timeout: 30_000 });
    await expect(stateOf(page, 'outboundConnector')).toContainText(t('guide.state.done'));
    await expect(stateOf(page, 'mxRecord')).toContainText(t('guide.state.toDo'));

    guided.moveMx('cloud');
    await page.goto('/guide?step=mxRecord');
    await expect(stateOf(page, 'mxRecord')).toBeFocused();
    await expect(async () => {
      const check = t('guideScreens.step.lookUp');
      const title = t('guide.step.mxRecord.title');
      await button(page, t('guideScreens.step.checkThis', { check, title })).click();
      await expect(stateOf(page, 'mxRecord')).toContainText(t('guide.state.done'), { timeout: 3_000 });
    }).toPass({ timeout: 40_000 });

    const said = [
      'receiveCertificate',
      'firewall',
      'permissions',
      'relay',
      'mailArrives',
      'mailLeaves',
    ] as const;
    await confirmAll(
      page,
      t,
      said.map((id) => [id, id]),
    );
    await expect(step(page, 'firewall')).toContainText('CHG-4711');
    await expect(step(page, 'firewall')).toContainText(ADMIN.name);
    await expect(page.getByText(t('guideScreens.progress.allDone'))).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(PHONE.width);

    await page.goto('/guide?step=relay');
    await expect(stateOf(page, 'relay')).toBeFocused();
    const about = t('guide.step.relay.title');
    await button(page, t('guideScreens.step.withdrawThis', { about })).click();
    await expect(stateOf(page, 'relay')).toContainText(t('guide.state.toDo'));
  });
}

test('with a partner: the domain that its connector names, and no step of own servers', async ({
  guided,
  page,
  context,
}) => {
  await guided.beginAnew();
  await guided.storePartner();
  await guided.signIn(context, ADMIN);
  await begin(page, en, 'partner');
  await expect(step(page, 'mxRecord')).toHaveCount(0);
  await expect(step(page, 'spf')).toHaveCount(0);
  await button(page, en('guideScreens.commands.check')).click();
  await expect(stateOf(page, 'outboundConnector')).toContainText(en('guide.state.done'), { timeout: 30_000 });
  await expect(step(page, 'testAddress')).toContainText('fabrikam.test');
  await confirmAll(page, en, [
    ['permissions', 'permissions'],
    ['mailArrives', 'mailArrivesPartner'],
    ['mailLeaves', 'mailLeavesPartner'],
  ]);
  await expect(page.getByText(en('guideScreens.progress.allDone'))).toBeVisible();
});

test('the first page says what is left until somebody has seen enough of it', async ({
  guided,
  page,
  context,
}) => {
  await guided.beginAnew();
  await guided.signIn(context, ADMIN);
  await page.goto('/');
  await page.getByRole('link', { name: en('guideScreens.home.open') }).click();
  await expect(page).toHaveURL(/\/guide$/);
  await begin(page, en);
  const left = page.getByText(/^\d+ steps of the set-up guide are left\./);
  await page.goto('/');
  await expect(left).toBeVisible();
  await button(page, en('guideScreens.home.dismiss')).click();
  await page.reload();
  await expect(left).toBeHidden();
});

test('helpdesk reads, and each button says why it can’t be used; on paper every fold is open', async ({
  guided,
  page,
  context,
}) => {
  await guided.beginAnew();
  await guided.storeSetup();
  await guided.signIn(context, ADMIN);
  await begin(page, en);
  await guided.signIn(context, HELPDESK);
  await page.goto('/guide?step=firewall');
  await expectAccessible(page);
  const about = en('guide.step.firewall.title');
  const confirm = button(page, en('guideScreens.step.confirmThis', { about }));
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await confirm.focus();
  await expect(page.getByRole('tooltip')).toHaveText(en('guideScreens.reason'));

  await expect(page.locator('details:not([open])').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#main details:not([open])')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('#main details:not([open])').first()).toBeVisible();
});

test('the MX record moves, and the page sees it arrive and knows the way back', async ({
  guided,
  page,
  context,
}) => {
  await guided.beginAnew();
  await guided.storeSetup();
  await guided.signIn(context, HELPDESK);
  await page.goto('/guide/mx?domain=contoso.test');
  await expect(page.getByText(en('guideScreens.mx.spread.notMoved'))).toBeVisible();
  await expect(page.getByText(en('guideScreens.mx.may.verdict.notYet'))).toBeVisible();
  await expect(page.getByText('contoso-test.mail.protection.outlook.com', { exact: true })).toBeVisible();
  await expectAccessible(page);
  guided.moveMx('cloud');
  await expect(page.getByText(en('guideScreens.mx.spread.agreed'))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/IN MX 10 good\.contoso\.test\./)).toBeVisible();
});
