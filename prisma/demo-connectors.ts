// The demo's outbound connectors: one for each thing that a validation can say.
import { type ConnectorScope, OUTBOUND_DEFAULTS, type OutboundConnector } from '../lib/mailflow/connector';
import type { SmartHost } from '../lib/mailflow/smart-host';
import type { TlsPolicy } from '../lib/mailflow/tls-policy';

/** Where a demo smart host listens; `kind` says what is wrong with it. */
export type DemoHost = Readonly<{ kind: string; host: string; port: number }>;

export type DemoConnector = Readonly<{
  name: string;
  description: string;
  host: string;
  scope: ConnectorScope;
  tls: 'none' | 'any' | 'trusted' | 'named';
  recipient: string;
  off?: true;
  /** `before`: validated when it had another mailbox, so that the result is stale. */
  validated?: 'before' | 'never';
  savedDaysAgo: number;
  /** What it was before, the oldest first: what differed from today, when it was published, and the note of that. */
  earlier?: readonly Readonly<{ was: Partial<OutboundConnector>; daysAgo: number; note?: string }>[];
  /** The note of the version in force. */
  note?: string;
}>;

const allDomains: ConnectorScope = { kind: 'acceptedDomains' };
const byRule: ConnectorScope = { kind: 'transportRule' };
const domain = (name: string): ConnectorScope => ({
  kind: 'recipientDomains',
  domains: [{ kind: 'exact', domain: name }],
});
const below = (name: string): ConnectorScope => ({
  kind: 'recipientDomains',
  domains: [
    { kind: 'exact', domain: name },
    { kind: 'suffix', domain: name },
  ],
});

export const CONNECTORS: readonly DemoConnector[] = [
  {
    name: 'Contoso headquarters',
    description: 'All mail for mailboxes that have not moved yet.',
    host: 'good',
    scope: allDomains,
    tls: 'named',
    recipient: 'postmaster@contoso.com',
    savedDaysAgo: 41,
    note: 'The certificate must carry the name of the server',
    earlier: [
      { was: { description: '', tls: { level: 'encryptionOnly' } }, daysAgo: 180 },
      {
        was: { tls: { level: 'certificateValidation' } },
        daysAgo: 96,
        note: 'The self-signed certificate is gone: only trusted ones from now on',
      },
    ],
  },
  {
    name: 'Contoso mailboxes on site',
    description: 'The mailboxes of contoso.com that stay: a domain of its own beats "all accepted domains".',
    host: 'good',
    scope: domain('contoso.com'),
    tls: 'trusted',
    recipient: 'postmaster@contoso.com',
    savedDaysAgo: 40,
  },
  {
    name: 'Contoso subsidiaries',
    description:
      'Everything below contoso.com, sales.contoso.com among it, though that is an accepted domain too.',
    host: 'good',
    scope: { kind: 'recipientDomains', domains: [{ kind: 'suffix', domain: 'contoso.com' }] },
    tls: 'trusted',
    recipient: 'postmaster@sales.contoso.com',
    savedDaysAgo: 39,
  },
  {
    name: 'Contoso Milan branch',
    description: 'Milan keeps its own servers until spring.',
    host: 'good',
    scope: below('milan.contoso.com'),
    tls: 'trusted',
    recipient: 'postmaster@milan.contoso.com',
    savedDaysAgo: 12,
  },
  {
    name: 'Fabrikam archive',
    description: 'Copies of what leaves, for the archive in the basement.',
    host: 'expired',
    scope: domain('archive.fabrikam.com'),
    tls: 'trusted',
    recipient: 'archive@archive.fabrikam.com',
    savedDaysAgo: 390,
  },
  {
    name: 'Northwind warehouse scanners',
    description: 'Reports for the warehouse. The server should offer STARTTLS and does not.',
    host: 'noStarttls',
    scope: domain('warehouse.northwindtraders.com'),
    tls: 'any',
    recipient: 'scanners@warehouse.northwindtraders.com',
    savedDaysAgo: 3,
  },
  {
    name: 'Adatum legacy Notes',
    description: 'An old server that knows no encryption, on a line of its own.',
    host: 'noStarttls',
    scope: domain('notes.adatum.com'),
    tls: 'none',
    recipient: 'postmaster@notes.adatum.com',
    savedDaysAgo: 200,
  },
  {
    name: 'Litware mail gateway',
    description: 'Used by the rule "Contracts go through the gateway".',
    host: 'otherName',
    scope: byRule,
    tls: 'named',
    recipient: 'contracts@litware.com',
    savedDaysAgo: 9,
  },
  {
    name: 'Tailspin Toys hosting',
    description: 'Their provider greylists senders that it has not seen.',
    host: 'greylist',
    scope: below('tailspintoys.com'),
    tls: 'trusted',
    recipient: 'postmaster@tailspintoys.com',
    savedDaysAgo: 1,
  },
  {
    name: 'Wingtip disaster recovery',
    description: 'Turned on only when the first site is down.',
    host: 'silent',
    scope: domain('wingtiptoys.com'),
    tls: 'trusted',
    recipient: 'postmaster@wingtiptoys.com',
    off: true,
    savedDaysAgo: 75,
  },
  {
    name: 'Proseware journaling',
    description: 'The journal mailbox has moved since this was validated.',
    host: 'good',
    scope: domain('journal.proseware.com'),
    tls: 'trusted',
    recipient: 'journal@journal.proseware.com',
    validated: 'before',
    savedDaysAgo: 2,
  },
  {
    name: 'Woodgrove merger',
    description: 'Prepared for the merger; not in use yet.',
    host: 'good',
    scope: below('woodgrovebank.com'),
    tls: 'named',
    recipient: 'postmaster@woodgrovebank.com',
    off: true,
    validated: 'never',
    savedDaysAgo: 0,
  },
];

/** The connector as it is today, with its smart host where that listens. Throws where `hosts` lacks its kind. */
export function toOutbound(demo: DemoConnector, hosts: readonly DemoHost[]): OutboundConnector {
  const found = hosts.find(({ kind }) => kind === demo.host);
  if (!found) throw new Error(`The demo has no smart host of kind ${demo.host}.`);
  const host: SmartHost = { kind: 'name', host: found.host, port: found.port };
  const tls: Record<DemoConnector['tls'], TlsPolicy> = {
    none: { level: 'opportunistic' },
    any: { level: 'encryptionOnly' },
    trusted: { level: 'certificateValidation' },
    named: { level: 'domainValidation', domain: found.host },
  };
  return {
    ...OUTBOUND_DEFAULTS,
    direction: 'outbound',
    partnerKind: 'onPremises',
    name: demo.name,
    description: demo.description,
    enabled: !demo.off,
    retainInternalHeaders: true,
    scope: demo.scope,
    delivery: { by: 'smartHosts', hosts: [host] },
    tls: tls[demo.tls],
    validationRecipients: [demo.recipient],
  };
}
