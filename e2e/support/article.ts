// The article's worked example in a console of its own: three connectors, four accepted domains, and beside them a
// connector that is off, one for a transport rule, one into Office 365, and a draft.
import { test as base } from '@playwright/test';
import { insertAcceptedDomains } from '../../lib/data/accepted-domains';
import { replaceDraft } from '../../lib/data/connector-drafts';
import { firstVersion, fromContoso, newVersion } from '../../lib/data/connector-for-tests';
import { insertConnector } from '../../lib/data/connectors';
import { ownRule } from '../../lib/data/transport-rule-for-tests';
import { insertTransportRule } from '../../lib/data/transport-rules';
import type { OutboundConnector } from '../../lib/mailflow/connector';
import { fromConnector } from '../../lib/mailflow/draft-to-connector';
import { domain, scopeOf } from '../../lib/mailflow/setup-for-tests';
import { ADMIN, HELPDESK, startConsole, type TestConsole } from './console';

const AT = new Date('2026-11-24T08:00:00.000Z');
const DOMAINS = ['contoso.com', 'sales.contoso.com', 'fabrikam.com', 'contoso.onmicrosoft.com'];

/** `console` holds the article's example and nothing else. */
export const test = base.extend<object, { console: TestConsole }>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const console = await startConsole();
      try {
        await Promise.all([ADMIN, HELPDESK].map(console.addPerson));
        await storeArticle(console);
        await use(console);
      } finally {
        await console.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ console }, use) => use(console.url),
});

async function storeArticle({ store }: TestConsole): Promise<void> {
  const settings = (name: string, scope: string, given: Partial<OutboundConnector> = {}) =>
    newVersion({ name, scope: scopeOf(scope), ...given });
  const save = (name: string, scope: string, given?: Partial<OutboundConnector>) =>
    store.write((tx) => insertConnector(tx, settings(name, scope, given)));
  const first = await save('Connector 1', 'accepted');
  await save('Connector 2', 'contoso.com');
  await save('Connector 3', '*.contoso.com');
  await save('Old sales', 'sales.contoso.com', { enabled: false });
  const byRule = await save('Legal archive', 'rule', { partnerKind: 'partner', delivery: { by: 'mx' } });
  await store.write((tx) => insertConnector(tx, firstVersion(fromContoso)));
  const rule = ownRule('Legal mail', byRule, {
    conditions: [{ kind: 'recipientDomainIs', domains: ['tailspin.com'] }],
  });
  const draft = fromConnector(settings('Connector 1', '* fabrikam.com').connector);
  await store.write(async (tx) => {
    await insertAcceptedDomains(tx, DOMAINS.map(domain), AT);
    await insertTransportRule(tx, rule, AT);
    const author = { authorId: 'ada', authorName: ADMIN.name, updatedAt: AT };
    await replaceDraft(tx, first, null, { draft, baseVersion: 1, ...author });
  });
}
