// The demo's inbound connectors: known by a certificate, by domains, and as the Hybrid Configuration Wizard makes one.
import type { InboundConnector } from '../lib/mailflow/connector';

const COMMON = {
  direction: 'inbound',
  enabled: true,
  retainInternalHeaders: false,
  treatAsInternal: false,
  associatedAcceptedDomains: [],
  enhancedFiltering: { skip: 'nothing' },
} as const;

export const INBOUND: readonly Readonly<{ connector: InboundConnector; savedDaysAgo: number }>[] = [
  {
    connector: {
      ...COMMON,
      partnerKind: 'onPremises',
      name: 'From Contoso headquarters',
      description: 'Printers and applications that send through the old servers.',
      retainInternalHeaders: true,
      identification: { by: 'certificate', certificateName: 'mail.contoso.com' },
    },
    savedDaysAgo: 181,
  },
  {
    connector: {
      ...COMMON,
      partnerKind: 'onPremises',
      name: 'Inbound from 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      description: '',
      retainInternalHeaders: true,
      identification: { by: 'certificate', certificateName: '*.contoso.com' },
    },
    savedDaysAgo: 210,
  },
  {
    connector: {
      ...COMMON,
      partnerKind: 'partner',
      name: 'From Fabrikam',
      description: 'Contracts: encrypted, and from their own servers only.',
      identification: { by: 'senderDomains', domains: [{ kind: 'exact', domain: 'fabrikam.com' }] },
      restrictions: {
        tls: { certificateName: 'mail.fabrikam.com' },
        ipAddresses: [{ address: '203.0.113.0', prefix: 24 }],
      },
    },
    savedDaysAgo: 30,
  },
];
