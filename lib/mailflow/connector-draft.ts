// The connector as the form holds it: flat and loose, so that half-filled input has a place.
// toConnector() makes the strict value of it; what is wrong with a draft is said by connector-rules.ts.
import type { Connector } from './connector';
import { formatDomainPattern, parseDomainPattern } from './domain-pattern';
import { parseEmailAddress } from './email-address';
import type { Parsed } from './finding';
import { formatSmartHost, parseSmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

/** Where mail comes from and goes to, as EAC's first screen asks. */
export const ENDPOINTS = ['office365', 'organization', 'partner'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** More entries than this are refused; the service documents no maximum. */
export const LIST_MAX = 500;

/** A draft's fields; connector-draft-schema.ts holds what a browser sends against these. */
export type ConnectorDraft = {
  from: '' | Endpoint;
  to: '' | Endpoint;
  name: string;
  description: string;
  enabled: boolean;
  retainInternalHeaders: boolean;
  scope: '' | Connector['scope']['kind'];
  recipientDomains: string[];
  smartHosts: string[];
  tlsRequired: boolean;
  tlsCertificate: '' | 'any' | 'trustedCa';
  tlsMatchDomain: boolean;
  tlsDomain: string;
  validationRecipients: string[];
};
export type DraftField = keyof ConnectorDraft;
export type ListField = 'recipientDomains' | 'smartHosts' | 'validationRecipients';

/** A new connector before anything is chosen, with the defaults of EAC's screens. */
export const emptyDraft = (): ConnectorDraft => ({
  from: '',
  to: '',
  name: '',
  description: '',
  enabled: true,
  retainInternalHeaders: true,
  scope: '',
  recipientDomains: [],
  smartHosts: [],
  tlsRequired: true,
  tlsCertificate: 'trustedCa',
  tlsMatchDomain: false,
  tlsDomain: '',
  validationRecipients: [],
});

/** For each list the reader of one entry, answering with the entry's one spelling. */
export const parseEntry: Record<ListField, (text: string) => Parsed<string>> = {
  recipientDomains: (entry) => spelled(parseDomainPattern(entry), formatDomainPattern),
  smartHosts: (entry) => spelled(parseSmartHost(entry), formatSmartHost),
  validationRecipients: parseEmailAddress,
};

const spelled = <T>(read: Parsed<T>, format: (value: T) => string): Parsed<string> =>
  read.ok ? { ok: true, value: format(read.value) } : read;

/** The connector that the draft describes, or undefined while it is incomplete or wrong. */
export function toConnector(draft: ConnectorDraft): Connector | undefined {
  const scope = toScope(draft);
  const hosts = allRead(draft.smartHosts, parseSmartHost);
  const tls = toTlsPolicy(draft);
  const recipients = allRead(draft.validationRecipients, parseEmailAddress);
  const name = draft.name.trim();
  const [first, ...others] = hosts ?? [];
  if (draft.from !== 'office365' || (draft.to !== 'organization' && draft.to !== 'partner')) return undefined;
  if (!scope || !first || !tls || !recipients || name === '') return undefined;
  return {
    direction: 'outbound',
    partnerKind: draft.to === 'organization' ? 'onPremises' : 'partner',
    name,
    description: draft.description.trim(),
    enabled: draft.enabled,
    retainInternalHeaders: draft.retainInternalHeaders,
    scope,
    delivery: { by: 'smartHosts', hosts: [first, ...others] },
    tls,
    validationRecipients: recipients,
  };
}

function toScope(draft: ConnectorDraft): Connector['scope'] | undefined {
  if (draft.scope === '') return undefined;
  if (draft.scope !== 'recipientDomains') return { kind: draft.scope };
  const [first, ...others] = allRead(draft.recipientDomains, parseDomainPattern) ?? [];
  return first && { kind: 'recipientDomains', domains: [first, ...others] };
}

/** What the security step demands; undefined while its choice is open. */
export function toTlsPolicy(draft: ConnectorDraft): TlsPolicy | undefined {
  if (!draft.tlsRequired) return { level: 'opportunistic' };
  if (draft.tlsCertificate === '') return undefined;
  if (draft.tlsCertificate === 'any') return { level: 'encryptionOnly' };
  if (!draft.tlsMatchDomain) return { level: 'certificateValidation' };
  const domain = parseDomainPattern(draft.tlsDomain);
  if (!domain.ok || domain.value.kind === 'any') return undefined;
  return { level: 'domainValidation', domain: formatDomainPattern(domain.value) };
}

function allRead<T>(list: readonly string[], parse: (entry: string) => Parsed<T>): T[] | undefined {
  const values = list.map(parse).flatMap((read) => (read.ok ? [read.value] : []));
  return values.length === list.length ? values : undefined;
}

/** The draft that toConnector() turns back into this connector. */
export function fromConnector(connector: Connector): ConnectorDraft {
  const { scope, delivery, tls } = connector;
  return {
    ...emptyDraft(),
    from: 'office365',
    to: connector.partnerKind === 'onPremises' ? 'organization' : 'partner',
    name: connector.name,
    description: connector.description,
    enabled: connector.enabled,
    retainInternalHeaders: connector.retainInternalHeaders,
    scope: scope.kind,
    recipientDomains: scope.kind === 'recipientDomains' ? scope.domains.map(formatDomainPattern) : [],
    smartHosts: delivery.by === 'smartHosts' ? delivery.hosts.map(formatSmartHost) : [],
    tlsRequired: tls.level !== 'opportunistic',
    tlsCertificate: tls.level === 'encryptionOnly' ? 'any' : 'trustedCa',
    tlsMatchDomain: tls.level === 'domainValidation',
    tlsDomain: tls.level === 'domainValidation' ? tls.domain : '',
    validationRecipients: [...connector.validationRecipients],
  };
}
