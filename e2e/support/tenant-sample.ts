// A tenant as its own cmdlets print it, read-only properties, odd spellings and all. Identifiers are made up.
import { INBOUND, OUTBOUND } from '../../lib/exchange/records-for-tests';

const named = (name: string, last: number) => ({
  ...{ Name: name, Identity: name, Guid: `7d3a5c1e-0000-4000-8000-${String(last).padStart(12, '0')}` },
});
const outbound = (name: string, last: number, given: object) => ({
  ...OUTBOUND,
  ...{ Comment: '', IsTransportRuleScoped: false, SmartHosts: ['mail.contoso.com'] },
  ...named(name, last),
  ...given,
});

/** One connector that can't be read (`Broken`), one with an odd combination (`Bank`), a rule that leads to none. */
export const TENANT = {
  OutboundConnectors: [
    outbound('To HQ', 1, { RecipientDomains: ['smtp:contoso.com;1', '*.contoso.com'] }),
    outbound('Archive', 2, { IsTransportRuleScoped: true, SmartHosts: ['archive.contoso.com'] }),
    outbound('Bank', 3, {
      ...{ ConnectorType: 'Partner', RecipientDomains: ['fabrikam.com'] },
      ...{ TlsSettings: 'EncryptionOnly', TlsDomain: '*.fabrikam.com' },
    }),
    outbound('Broken', 4, { RecipientDomains: ['litware.com'], SmartHosts: [] }),
  ],
  InboundConnectors: {
    ...INBOUND,
    ...named('From HQ', 5),
    ...{ Enabled: true, TlsSenderCertificateName: '*.contoso.com' },
  },
  AcceptedDomains: {
    value: [
      { DomainName: 'contoso.com', DomainType: 'Authoritative', Default: true, ...named('contoso.com', 6) },
      { DomainName: 'relay.contoso.com', DomainType: 2, Default: false, ...named('relay.contoso.com', 7) },
    ],
    Count: 2,
  },
  TransportRules: [
    {
      ...{ State: 'Enabled', Mode: 'Enforce', Priority: 0, RecipientDomainIs: ['fabrikam.com'] },
      ...{ RouteMessageOutboundConnector: 'Archive', StopRuleProcessing: false },
      ...named('Legal', 8),
    },
    {
      ...{ State: 'Enabled', Mode: 'Enforce', Priority: 1, PrependSubject: '[x]' },
      ...{
        Conditions: null,
        Actions: ['Microsoft.Exchange.MessagingPolicies.Rules.Tasks.PrependSubjectAction'],
      },
      ...named('Mark', 9),
    },
  ],
};

/** What people drop: a file of Windows PowerShell 5.1, in UTF-16. */
export const tenantFile = (name = 'tenant.json', tenant: object = TENANT) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(`\ufeff${JSON.stringify(tenant, null, 2)}`, 'utf16le'),
});
