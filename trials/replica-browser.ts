// A browser at work behind the proxy: a connector from the first step to the list, with a replica that is killed on the way; and a
// publish that meets a colleague's at the other replica.
import { expect, type Page } from '@playwright/test';
import { ADMIN } from '../e2e/support/console';
import { EDIT_WORDS, goTo, publishAs } from '../e2e/support/edited-connector';
import { strangerAt } from '../e2e/support/stranger';
import { heading, next, validate, WORDS, walkToValidation } from '../e2e/support/wizard';
import { inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import signInWords from '../messages/en/signIn.json' with { type: 'json' };
import type { Replicas } from './replica-scene';

const words = WORDS.en;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** A dead worker's run waits for its lease, and the silent server is waited for. */
const slow = expect.configure({ timeout: 25_000 });

/** Signs ADMIN in by the page, as nobody's cookie would. */
export async function signInByPage(page: Page, { url }: Replicas): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(signInWords.fields.email).fill(ADMIN.email);
  await page.getByLabel(signInWords.fields.password, { exact: true }).fill(ADMIN.password);
  await button(page, signInWords.signIn.submit).click();
  await expect(page).toHaveURL(`${url}/connectors`);
}

/** Ben, whose cookie is `ben`, publishes past the proxy while the page edits behind it: the page is led to the merge, and both are kept. */
export async function mergesWithTheOther(page: Page, scene: Replicas, ben: string): Promise<void> {
  const { url, both } = scene;
  const other = await strangerAt(both[1].url);
  const draft = inboundDraftOf({ name: 'Edited by two' });
  const create = { draft, acknowledgeFailure: false };
  const created = await other.act('/connectors/new#createConnectorAction', create, { cookie: ben });
  if (!created.outcome?.ok) throw new Error(JSON.stringify(created));
  const { id } = created.outcome.value as Readonly<{ id: string }>;
  await page.goto(`${url}/connectors/${id}/edit?step=name`);
  await page.getByRole('textbox', { name: words.fields.description, exact: true }).fill('Typed here');
  const theirs = {
    connectorId: id,
    baseVersion: 1,
    draft: { ...draft, senderDomains: ['wingtip.com'] },
  };
  const published = await other.act('/connectors/[id]/edit#publishConnectorAction', theirs, { cookie: ben });
  if (!published.outcome?.ok) throw new Error(JSON.stringify(published));
  await goTo(page, 'review');
  const english = EDIT_WORDS.en;
  await button(page, english.publish.publish).click();
  await expect(heading(page, english.merge.title)).toBeFocused();
  await expect(page.getByRole('region', { name: 'Version 2' })).toContainText('Published by Ben');
  await button(page, english.merge.use).click();
  await expect(heading(page, english.publish.heading)).toBeFocused();
  await publishAs(page, 3);
  const stands = await other.act('/connectors/[id]/edit#editingAction', { connectorId: id }, { cookie: ben });
  expect(stands.outcome).toMatchObject({
    value: { inForce: { version: 3, draft: { description: 'Typed here', senderDomains: ['wingtip.com'] } } },
  });
}

/** Types a connector, kills `victim` on the way and again nothing is lost; answers how long the page followed the run. */
export async function createsThroughKill(page: Page, scene: Replicas): Promise<void> {
  const { url, hosts, both } = scene;
  await page.goto(`${url}/connectors/new`);
  await walkToValidation(page, words, { name: 'Through a crash', smartHosts: [hosts.silent, hosts.good] });
  await validate(page, words);
  // Live progress first, whichever replica and worker it comes from.
  await expect(page.getByText(hosts.good).first()).toBeVisible();
  await both[0].kill();
  const acknowledge = page.getByRole('checkbox', { name: words.validation.acknowledge });
  await slow(acknowledge).toBeVisible();
  await acknowledge.check();
  await next(page, words).click();
  await expect(heading(page, words.headings.review)).toBeFocused();
  for (const typed of ['Through a crash', 'contoso.com', hosts.good, hosts.silent, 'user@contoso.test'])
    await expect(page.getByText(typed).first()).toBeVisible();
  await button(page, words.footer.create).click();
  await slow(page).toHaveURL(/\/connectors\?connector=/);
  await expect(page.getByRole('dialog')).toContainText('Through a crash');
}
