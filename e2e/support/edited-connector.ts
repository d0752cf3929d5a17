// A saved connector in the edit wizard: how it comes to be there, and how a browser moves through its edit.
import { expect, type Page } from '@playwright/test';
import { insertRun } from '../../lib/data/validation-runs';
import type { ConnectorDraft } from '../../lib/mailflow/connector-draft';
import { fingerprint, planOfDraft } from '../../lib/mailflow/fingerprint';
import { createConnector } from '../../lib/operations/create-connector';
import { draftOf } from '../../lib/operations/create-connector-for-tests';
import { editing } from '../../lib/operations/editing';
import english from '../../messages/en/editing.json' with { type: 'json' };
import italian from '../../messages/it/editing.json' with { type: 'json' };
import type { TestConsole } from './console';
import { colleague, done } from './stored-connectors';
import { type WizardWords, WORDS } from './wizard';

export const EDIT_WORDS = { en: english, it: italian };

/** Settings of a connector to our own servers, at the lab's good host. */
export const toOurServers = (console: TestConsole, given: Partial<ConnectorDraft> = {}): ConnectorDraft =>
  draftOf({
    scope: 'recipientDomains',
    recipientDomains: ['contoso.com'],
    smartHosts: [console.host('good').name],
    validationRecipients: ['user@contoso.test'],
    ...given,
  });

/** Saves the connector that `draft` describes, on a validation that has passed; answers its id. */
export async function saved(console: TestConsole, draft: ConnectorDraft): Promise<string> {
  const plan = planOfDraft(draft);
  const runId = plan && (await passedRun(console, plan));
  const input = { draft, acknowledgeFailure: false, ...(runId && { runId }) };
  return done(await createConnector(colleague(console), input)).id;
}

/** A validation of `plan` that has passed; answers its id. */
export const passedRun = ({ store }: TestConsole, plan: NonNullable<ReturnType<typeof planOfDraft>>) =>
  store.write(async (tx) => {
    const requestedAt = new Date();
    const by = { requestedById: 'grace', requestedByName: 'Grace' };
    const id = await insertRun(tx, { plan, fingerprint: fingerprint(plan), requestedAt, ...by });
    // Ended at once, so that the worker does not take it.
    const data = { state: 'finished', finishedAt: requestedAt, outcome: 'passed' } as const;
    await tx.validationRun.update({ where: { id }, data });
    return id;
  });

/** What counts for mail at this moment. */
export const inForce = async (console: TestConsole, connectorId: string) =>
  done(await editing(colleague(console), { connectorId })).inForce;

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

export const edit = (page: Page, id: string, query = '') => page.goto(`/connectors/${id}/edit${query}`);

/** By the rail. */
export const goTo = (page: Page, step: keyof WizardWords['steps'], words: WizardWords = WORDS.en) =>
  page
    .getByRole('navigation', { name: words.rail.label })
    .getByRole('button', { name: new RegExp(`^${words.steps[step]}`) })
    .click();

export async function saveDraft(page: Page): Promise<void> {
  await button(page, english.save.save).click();
  await expect(page.getByText(english.save.saved)).toBeVisible();
}

/** Presses Publish, and waits for the panel that says which version is in force. */
export async function publishAs(page: Page, version: number, language: keyof typeof EDIT_WORDS = 'en') {
  const words = EDIT_WORDS[language];
  await button(page, words.publish.publish).click();
  const sentence = words.published.replace('{version, number}', String(version));
  await expect(page.getByRole('dialog')).toContainText(sentence);
}
