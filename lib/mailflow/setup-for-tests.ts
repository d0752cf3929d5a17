// Set-ups in a few words, for tests: connectors that differ in what the test is about and in nothing else.
import type { AcceptedDomain } from './accepted-domain';
import type { AtLeastOne, ConnectorScope, InboundConnector, OutboundConnector } from './connector';
import { OUTBOUND_DEFAULTS } from './connector';
import { parseDomainPattern } from './domain-pattern';
import { type IpRange, parseIpRange } from './ip-range';
import type { KeptConnector, KeptRule, MailSetup } from './mail-setup';
import type { TransportRule } from './transport-rule';

const read = <T>(answer: Readonly<{ ok: true; value: T }> | Readonly<{ ok: false }>): T => {
  if (!answer.ok) throw new Error('The test spells it wrong.');
  return answer.value;
};

export const someOf = <T>(values: readonly T[]): AtLeastOne<T> => {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('The test names nothing.');
  return [first, ...rest];
};

/** `accepted`, `accepted` and patterns, `rule`, or patterns, with blanks between them. */
export function scopeOf(text: string): ConnectorScope {
  if (text === 'accepted') return { kind: 'acceptedDomains' };
  if (text === 'rule') return { kind: 'transportRule' };
  const [first, ...others] = text.split(' ');
  const patterns = first === 'accepted' ? others : [first ?? '', ...others];
  const domains = someOf(patterns.map((pattern) => read(parseDomainPattern(pattern))));
  if (first === 'accepted') return { kind: 'acceptedDomains', also: domains };
  return { kind: 'recipientDomains', domains };
}

type Outbound = Partial<Omit<OutboundConnector, 'direction' | 'name'>> & { health?: KeptConnector['health'] };

/** A connector from Office 365 whose id is its name. */
export function outbound(
  name: string,
  scope: string,
  { health = 'never', ...given }: Outbound = {},
): KeptConnector {
  const connector: OutboundConnector = {
    direction: 'outbound',
    name,
    description: '',
    enabled: true,
    retainInternalHeaders: true,
    partnerKind: 'onPremises',
    scope: scopeOf(scope),
    delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 25 }] },
    tls: { level: 'certificateValidation' },
    validationRecipients: [],
    ...OUTBOUND_DEFAULTS,
    ...given,
  };
  return { id: name, connector, health };
}

const inboundDefaults = {
  direction: 'inbound',
  description: '',
  enabled: true,
  retainInternalHeaders: true,
  treatAsInternal: false,
  associatedAcceptedDomains: [],
  enhancedFiltering: { skip: 'nothing' },
} as const;

export const ranges = (text: string): AtLeastOne<IpRange> =>
  someOf(text.split(' ').map((range) => read(parseIpRange(range))));

/** From the organization, by certificate or, where it begins with a number, by addresses. */
export function fromOrganization(
  name: string,
  by: string,
  given: Partial<InboundConnector> = {},
): KeptConnector {
  const identification = /^\d/.test(by)
    ? { by: 'ipAddresses' as const, addresses: ranges(by) }
    : { by: 'certificate' as const, certificateName: by };
  const connector = { ...inboundDefaults, name, partnerKind: 'onPremises', identification, ...given };
  return { id: name, connector: connector as InboundConnector, health: 'notApplicable' };
}

/** From a partner, known by sender domains; held to TLS, to `certificate`, to addresses. */
export function fromPartner(
  name: string,
  domains: string,
  held: Readonly<{ tls?: boolean; certificate?: string; addresses?: string }> = { tls: true },
  given: Partial<InboundConnector> = {},
): KeptConnector {
  const scope = scopeOf(domains);
  const tls = held.certificate ? { certificateName: held.certificate } : held.tls ? {} : undefined;
  const restrictions = {
    ...(tls && { tls }),
    ...(held.addresses && { ipAddresses: ranges(held.addresses) }),
  };
  const identification = {
    by: 'senderDomains',
    domains: scope.kind === 'recipientDomains' ? scope.domains : [],
  };
  const connector = {
    ...inboundDefaults,
    name,
    partnerKind: 'partner',
    identification,
    restrictions,
    ...given,
  };
  return { id: name, connector: connector as InboundConnector, health: 'notApplicable' };
}

/** `contoso.com` is authoritative, `contoso.com;relay` relays, `contoso.com;relay+` with its subdomains. */
export function domain(text: string): AcceptedDomain {
  const [name = '', kind] = text.split(';');
  if (kind === undefined) return { type: 'authoritative', domain: name, isDefault: false };
  return { type: 'internalRelay', domain: name, isDefault: false, matchSubDomains: kind === 'relay+' };
}

/** A rule to the connector of this name; its id is its own name. */
export const rule = (name: string, connector: string, given: Partial<TransportRule> = {}): KeptRule => ({
  id: name,
  rule: {
    name,
    enabled: true,
    priority: 0,
    conditions: [],
    exceptions: [],
    connector: { by: 'name', name: connector },
    stopProcessing: false,
    ...given,
  },
});

export const setup = (
  connectors: readonly KeptConnector[],
  domains = '',
  transportRules: readonly KeptRule[] = [],
): MailSetup => ({
  connectors,
  transportRules,
  acceptedDomains: domains === '' ? [] : domains.split(' ').map(domain),
});

/** The article's example: three connectors, four accepted domains. */
export const articleSetup: MailSetup = setup(
  [
    outbound('Connector 1', 'accepted'),
    outbound('Connector 2', 'contoso.com'),
    outbound('Connector 3', '*.contoso.com'),
  ],
  'contoso.com sales.contoso.com fabrikam.com contoso.onmicrosoft.com',
);
