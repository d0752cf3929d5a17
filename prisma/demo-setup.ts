// The demo's accepted domains and transport rules. With the connectors of `demo-connectors.ts` the domains are the example of
// Microsoft's article: mail to fabrikam.com, contoso.com and sales.contoso.com takes three connectors.
import type { AcceptedDomain } from '../lib/mailflow/accepted-domain';
import type { TransportRule } from '../lib/mailflow/transport-rule';

const relay = (domain: string, isDefault = false): AcceptedDomain => ({
  type: 'internalRelay',
  domain,
  isDefault,
  matchSubDomains: false,
});

export const ACCEPTED_DOMAINS = {
  daysAgo: 182,
  domains: [
    relay('contoso.com', true),
    relay('sales.contoso.com'),
    relay('fabrikam.com'),
    { type: 'authoritative', domain: 'contoso.onmicrosoft.com', isDefault: false },
  ] as const satisfies readonly AcceptedDomain[],
};

export type DemoRule = Readonly<{
  rule: Omit<TransportRule, 'connector' | 'priority'>;
  /** The connector's name. */
  connector: string;
  daysAgo: number;
}>;

/** In their order. */
export const RULES: readonly DemoRule[] = [
  {
    rule: {
      name: 'Orders take the second site in an outage',
      enabled: true,
      conditions: [{ kind: 'recipientIs', addresses: ['orders@wingtiptoys.com'] }],
      exceptions: [{ kind: 'headerContains', header: 'X-Drill', words: ['yes'] }],
      stopProcessing: false,
    },
    connector: 'Wingtip disaster recovery',
    daysAgo: 70,
  },
  {
    rule: {
      name: 'Contracts go through the gateway',
      enabled: true,
      conditions: [
        { kind: 'recipientDomainIs', domains: ['litware.com', 'litware.it'] },
        { kind: 'headerContains', header: 'Subject', words: ['Contract', 'Contratto'] },
      ],
      exceptions: [{ kind: 'sizeAtLeast', bytes: 20_971_520 }],
      stopProcessing: true,
    },
    connector: 'Litware mail gateway',
    daysAgo: 8,
  },
];
