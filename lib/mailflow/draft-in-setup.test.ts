import { expect, test } from 'vitest';
import { type ConnectorDraft, emptyDraft } from './connector-draft';
import { draftInSetup } from './draft-in-setup';
import { fromConnector, toConnector } from './draft-to-connector';
import { outbound } from './setup-for-tests';

const draft = (given: Partial<ConnectorDraft>): ConnectorDraft => ({
  ...emptyDraft(),
  name: 'New',
  ...given,
});
const toOrganization = { from: 'office365', to: 'organization' } as const;
const scoped = { scope: 'recipientDomains', recipientDomains: ['x.com'] } as const;

test('a draft that is whole is the connector that it will be, and nothing of it is open', () => {
  const { connector } = outbound('Whole', 'x.com', { validationRecipients: ['ada@x.com'] });
  const whole = fromConnector(connector);
  expect(draftInSetup(whole)).toEqual({ connector: toConnector(whole), open: new Set() });
});

test('once its domains are there, what comes later is filled in and told as open', () => {
  const drafted = draftInSetup(
    draft({ ...toOrganization, ...scoped, recipientDomains: ['x.com'], tlsCertificate: '' }),
  );
  expect(drafted?.connector).toMatchObject({
    scope: { kind: 'recipientDomains', domains: [{ kind: 'exact', domain: 'x.com' }] },
  });
  expect(drafted?.open).toEqual(new Set(['routing', 'security']));
});

test('a partner’s restrictions come after its domains', () => {
  const partner = draft({
    ...{ from: 'partner', to: 'office365' },
    ...{ identifiedBy: 'senderDomains', senderDomains: ['x.com'], rejectWithoutTls: false },
  });
  expect(draftInSetup(partner)?.open).toEqual(new Set(['restrictions']));
});

test.each([
  ['its ends are open', {}],
  ['its domains are missing', { ...toOrganization, scope: 'recipientDomains' as const }],
  ['it has no name', { ...toOrganization, scope: 'acceptedDomains' as const, name: '' }],
])('nothing can be said while %s', (_, given) => {
  expect(draftInSetup(draft(given))).toBeUndefined();
});
