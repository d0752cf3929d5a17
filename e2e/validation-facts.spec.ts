// What a validation shows beside its verdict: the certificate and its chain, the test message, when to try again.
import { expect } from '@playwright/test';
import en from '../messages/en/validation.json' with { type: 'json' };
import it from '../messages/it/validation.json' with { type: 'json' };
import { expectAccessible } from './support/accessible';
import { ADMIN, test } from './support/console';
import { validate, WORDS, walkToValidation } from './support/wizard';

const ended = expect.configure({ timeout: 20_000 });

test.beforeEach(({ console, context }) => console.signIn(context, ADMIN));

test('the certificate says which name was asked for, and its chain opens by keyboard', async ({
  console,
  page,
}) => {
  await page.goto(`${console.url}/connectors/new`);
  const { name: host } = console.host('good');
  await walkToValidation(page, WORDS.en, { name: 'Chain', smartHosts: [host], tlsDomain: '*.contoso.test' });
  await validate(page, WORDS.en);
  await ended(page.getByRole('heading', { name: en.summary.passed })).toBeVisible();
  const card = page.getByRole('region', { name: en.certificate.title });
  await expect(card).toContainText(
    '*.contoso.test (TLS domain of the connector)matched by good.contoso.test',
  );
  await expect(card).toContainText('good.contoso.test (name of the host)matched by good.contoso.test');
  await expect(card).toContainText('EC P-256');
  await expect(card).toContainText('ecdsa-with-SHA256');
  await expect(card).toContainText('ECDH X25519');
  await card.getByText('Certificate chain as sent (2)').press('Enter');
  const chain = card.getByRole('listitem');
  await expect(chain).toHaveCount(2);
  await expect(chain.last()).toContainText('Mailspan Test Intermediate (Intermediate)');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send test email to user@contoso.test' }).click();
  await expect(page.getByText('4DEM0')).not.toHaveCount(0);
  await expect(page.getByText('text/plain; charset=utf-8')).toBeVisible();
});

for (const [locale, told, words] of [
  ['en', /Try again (?:at \d\d:\d\d|on .+)(?:,|\.)/, en],
  ['it', /Riprovare (?:alle \d\d:\d\d|il .+)(?: o|\.)/, it],
] as const)
  test(`a host that greylists is to be tried again at a time of the day (${locale})`, async ({
    console,
    context,
    page,
  }) => {
    await context.addCookies([{ name: 'locale', value: locale, url: console.url }]);
    await page.goto(`${console.url}/connectors/new`);
    const smartHosts = [console.host('greylist').name];
    await walkToValidation(page, WORDS[locale], { name: 'Later', smartHosts });
    await validate(page, WORDS[locale]);
    await ended(page.getByRole('heading', { name: words.summary.inconclusive })).toBeVisible();
    await expect(page.getByText(told).first()).toBeVisible();
    await expect(page.getByText(told)).toHaveCount(2);
  });
