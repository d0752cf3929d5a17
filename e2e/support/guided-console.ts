// A console of its own for the set-up guide: an organization whose DNS says all that it should, and whose MX a test may move.
import { test as base } from '@playwright/test';
import { insertAcceptedDomains } from '../../lib/data/accepted-domains';
import { firstVersion, fromContoso, fromFabrikam, newVersion } from '../../lib/data/connector-for-tests';
import { insertConnector } from '../../lib/data/connectors';
import type { Connector } from '../../lib/mailflow/connector';
import { domain, scopeOf } from '../../lib/mailflow/setup-for-tests';
import { ADMIN, HELPDESK, startConsole, type TestConsole } from './console';
import { atGoodHost } from './stored-connectors';

const AT = new Date('2026-11-24T08:00:00.000Z');
const HERE = ['10 good.contoso.test'];
const CLOUD = ['0 contoso-test.mail.protection.outlook.com'];

export type GuidedConsole = TestConsole &
  Readonly<{
    moveMx: (to: 'here' | 'cloud') => void;
    /** Nothing chosen, nothing confirmed, nothing looked up, and an empty set-up. */
    beginAnew: () => Promise<void>;
    /** contoso.test, and a connector each way, validated by nobody yet. */
    storeSetup: () => Promise<void>;
    /** A connector each way with fabrikam.test, validated by nobody yet. */
    storePartner: () => Promise<void>;
  }>;

export const test = base.extend<object, { guided: GuidedConsole }>({
  guided: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const own = { MX: HERE, TXT: ['v=spf1 include:spf.protection.outlook.com -all'], ttl: 1 };
      const console = await startConsole(
        {},
        {
          'contoso.test': own,
          'spf.protection.outlook.com': { TXT: ['v=spf1 ip4:40.92.0.0/15 -all'] },
          'selector1._domainkey.contoso.test': { TXT: ['v=DKIM1; k=rsa; p=MIGfMA0GCSq'] },
          '_dmarc.contoso.test': { TXT: ['v=DMARC1; p=quarantine'] },
        },
      );
      const moveMx = (to: 'here' | 'cloud') => {
        own.MX = to === 'cloud' ? CLOUD : HERE;
      };
      try {
        await Promise.all([ADMIN, HELPDESK].map(console.addPerson));
        await use({
          ...console,
          moveMx,
          beginAnew: async () => {
            moveMx('here');
            await forget(console);
          },
          storeSetup: () => storeSetup(console),
          storePartner: () => storePartner(console),
        });
      } finally {
        await console.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ guided }, use) => use(guided.url),
});

async function forget({ store: { client } }: TestConsole): Promise<void> {
  await client.guideMark.deleteMany();
  await client.guideCheck.deleteMany();
  await client.guideChoice.deleteMany();
  await client.acceptedDomain.deleteMany();
  await client.connector.updateMany({ data: { deletedAt: AT, nameKey: null } });
}

async function storeSetup(console: TestConsole): Promise<void> {
  const outbound: Connector = newVersion({
    ...atGoodHost(console),
    name: `To Contoso ${Date.now()}`,
    scope: scopeOf('contoso.test'),
    validationRecipients: ['postmaster@contoso.test'],
  }).connector;
  const inbound: Connector = {
    ...fromContoso,
    name: `From Contoso ${Date.now()}`,
    identification: { by: 'certificate', certificateName: '*.contoso.test' },
  };
  await console.store.write(async (tx) => {
    await insertAcceptedDomains(tx, [domain('contoso.test')], AT);
    await insertConnector(tx, firstVersion(outbound));
    await insertConnector(tx, firstVersion(inbound));
  });
}

async function storePartner(console: TestConsole): Promise<void> {
  const outbound: Connector = newVersion({
    ...atGoodHost(console),
    name: `To Fabrikam ${Date.now()}`,
    partnerKind: 'partner',
    scope: scopeOf('fabrikam.test'),
    validationRecipients: ['postmaster@fabrikam.test'],
  }).connector;
  const inbound: Connector = { ...fromFabrikam, name: `From Fabrikam ${Date.now()}` };
  await console.store.write(async (tx) => {
    await insertConnector(tx, firstVersion(outbound));
    await insertConnector(tx, firstVersion(inbound));
  });
}
