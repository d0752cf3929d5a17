// A console of its own with a set-up in which things go wrong together: a connector in another's shadow that also asks
// for less TLS, an internal relay domain without a connector, a rule to a connector that is off.
import { test as base } from '@playwright/test';
import { insertAcceptedDomains } from '../../lib/data/accepted-domains';
import { newVersion } from '../../lib/data/connector-for-tests';
import { insertConnector } from '../../lib/data/connectors';
import { ownRule } from '../../lib/data/transport-rule-for-tests';
import { insertTransportRule } from '../../lib/data/transport-rules';
import type { OutboundConnector } from '../../lib/mailflow/connector';
import { domain, scopeOf } from '../../lib/mailflow/setup-for-tests';
import { ADMIN, HELPDESK, startConsole, type TestConsole } from './console';

const AT = new Date('2026-11-24T08:00:00.000Z');
export type TangledSetup = Readonly<Record<'headquarters' | 'again' | 'archive', string>>;

export const test = base.extend<object, { tangled: TestConsole & Readonly<{ ids: TangledSetup }> }>({
  tangled: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const console = await startConsole();
      try {
        await Promise.all([ADMIN, HELPDESK].map(console.addPerson));
        await use({ ...console, ids: await storeTangled(console) });
      } finally {
        await console.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ tangled }, use) => use(tangled.url),
});

async function storeTangled({ store }: TestConsole): Promise<TangledSetup> {
  const save = (name: string, scope: string, given: Partial<OutboundConnector> = {}) => {
    const version = newVersion({ name, scope: scopeOf(scope), ...given });
    return store.write((tx) => insertConnector(tx, version));
  };
  const headquarters = await save('To HQ', 'contoso.com *.contoso.com');
  const again = await save('To HQ again', 'contoso.com', { tls: { level: 'opportunistic' } });
  const archive = await save('Archive', 'rule', { enabled: false });
  await store.write(async (tx) => {
    await insertAcceptedDomains(tx, ['contoso.com;relay', 'branch.example;relay'].map(domain), AT);
    await insertTransportRule(tx, ownRule('Legal', archive), AT);
  });
  return { headquarters, again, archive };
}
