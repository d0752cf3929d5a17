// From the loose draft to the strict connector and back. Answers undefined for what is incomplete or wrong; why it is,
// connector-rules.ts says.
import {
  type AtLeastOne,
  type Connector,
  type ConnectorScope,
  type Delivery,
  type EnhancedFiltering,
  type InboundAdvanced,
  type InboundConnector,
  type InboundFromPartner,
  type OutboundConnector,
  patternsOf,
  type SenderTls,
} from './connector';
import { type ConnectorDraft, emptyDraft, parseEntry } from './connector-draft';
import { formatDomainPattern, parseDomainPattern } from './domain-pattern';
import { deliveryOf } from './draft-fields';
import { parseEmailAddress } from './email-address';
import type { Parsed } from './finding';
import { formatIpRange, parseIpRange } from './ip-range';
import { endsOf, scenarioOf } from './scenario';
import { formatSmartHost, parseSmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

/** The connector that the draft describes, or undefined while it is incomplete or wrong. */
export function toConnector(draft: ConnectorDraft): Connector | undefined {
  switch (scenarioOf(draft)) {
    case 'office365ToOrganization':
      return toOutbound(draft, 'onPremises');
    case 'office365ToPartner':
      return toOutbound(draft, 'partner');
    case 'organizationToOffice365':
      return fromOrganization(draft);
    case 'partnerToOffice365':
      return fromPartner(draft);
    default:
      return undefined;
  }
}

function named({ name, description, enabled, retainInternalHeaders, exchange }: ConnectorDraft) {
  if (name.trim() === '') return undefined;
  return {
    name: name.trim(),
    description: description.trim(),
    enabled,
    retainInternalHeaders,
    ...(exchange && { exchange }),
  };
}

function toOutbound(
  draft: ConnectorDraft,
  partnerKind: Connector['partnerKind'],
): OutboundConnector | undefined {
  const names = named(draft);
  const scope = toScope(draft);
  const delivery = toDelivery(draft);
  const tls = toTlsPolicy(draft);
  const validationRecipients = allRead(draft.validationRecipients, parseEmailAddress);
  if (!names || !scope || !delivery || !tls || !validationRecipients) return undefined;
  const own = partnerKind === 'onPremises';
  return {
    direction: 'outbound',
    partnerKind,
    ...names,
    scope,
    delivery,
    tls,
    validationRecipients,
    testMode: draft.testMode,
    smtpDaneMode: draft.smtpDaneMode,
    mtaStsMode: draft.mtaStsMode,
    routeAllViaOnPremises: own && draft.routeAllViaOnPremises,
    senderRewriting: own && draft.senderRewriting,
  };
}

function toScope(draft: ConnectorDraft): ConnectorScope | undefined {
  if (draft.scope === '') return undefined;
  if (draft.scope === 'transportRule') return { kind: draft.scope };
  if (draft.scope === 'acceptedDomains') {
    if (draft.alsoRecipientDomains.length === 0) return { kind: draft.scope };
    const also = atLeastOne(draft.alsoRecipientDomains, parseDomainPattern);
    return also && { kind: draft.scope, also };
  }
  const domains = atLeastOne(draft.recipientDomains, parseDomainPattern);
  return domains && { kind: 'recipientDomains', domains };
}

/** Where mail is handed over; undefined while that is open. */
export function toDelivery(draft: ConnectorDraft): Delivery | undefined {
  const by = deliveryOf(draft);
  if (by === 'mx') return { by };
  const hosts = by === 'smartHosts' ? atLeastOne(draft.smartHosts, parseSmartHost) : undefined;
  return hosts && { by: 'smartHosts', hosts };
}

/** What the security step demands; undefined while its choice is open. */
export function toTlsPolicy(draft: ConnectorDraft): TlsPolicy | undefined {
  if (!draft.tlsRequired) return { level: 'opportunistic' };
  if (draft.tlsCertificate === '') return undefined;
  if (draft.tlsCertificate === 'any') return { level: 'encryptionOnly' };
  if (!draft.tlsMatchDomain) return { level: 'certificateValidation' };
  const domain = certificateName(draft.tlsDomain);
  return domain === undefined ? undefined : { level: 'domainValidation', domain };
}

function fromOrganization(draft: ConnectorDraft): InboundConnector | undefined {
  const names = named(draft);
  const advanced = toInboundAdvanced(draft);
  if (!names || !advanced) return undefined;
  const common = { direction: 'inbound', partnerKind: 'onPremises', ...names, ...advanced } as const;
  if (draft.identifiedBy === 'certificate') {
    const name = certificateName(draft.senderCertificateName);
    return name === undefined
      ? undefined
      : { ...common, identification: { by: 'certificate', certificateName: name } };
  }
  const addresses =
    draft.identifiedBy === 'ipAddresses' ? atLeastOne(draft.senderIpAddresses, parseIpRange) : undefined;
  return addresses && { ...common, identification: { by: 'ipAddresses', addresses } };
}

function fromPartner(draft: ConnectorDraft): InboundFromPartner | undefined {
  const names = named(draft);
  const advanced = toInboundAdvanced(draft);
  const tls = toSenderTls(draft);
  if (!names || !advanced || tls === 'open') return undefined;
  const common = { direction: 'inbound', partnerKind: 'partner', ...names, ...advanced } as const;
  if (draft.identifiedBy === 'ipAddresses') {
    const ipAddresses = atLeastOne(draft.senderIpAddresses, parseIpRange);
    const restrictions = ipAddresses && { ...(tls && { tls }), ipAddresses };
    return restrictions && { ...common, identification: { by: 'ipAddresses' }, restrictions };
  }
  const domains =
    draft.identifiedBy === 'senderDomains' ? atLeastOne(draft.senderDomains, parseDomainPattern) : undefined;
  const ipAddresses = draft.rejectOtherAddresses
    ? atLeastOne(draft.allowedIpAddresses, parseIpRange)
    : undefined;
  if (!domains || (draft.rejectOtherAddresses && !ipAddresses)) return undefined;
  const identification = { by: 'senderDomains', domains } as const;
  // Held to nothing, as only an import brings it: what is typed, the rules refuse.
  return {
    ...common,
    identification,
    restrictions: { ...(tls && { tls }), ...(ipAddresses && { ipAddresses }) },
  };
}

/** `open`: a certificate is demanded and its name is not there yet. */
function toSenderTls(draft: ConnectorDraft): SenderTls | undefined | 'open' {
  if (!draft.rejectWithoutTls) return undefined;
  if (!draft.rejectOtherCertificates) return {};
  const name = certificateName(draft.senderCertificateName);
  return name === undefined ? 'open' : { certificateName: name };
}

function toInboundAdvanced(draft: ConnectorDraft): InboundAdvanced | undefined {
  const associatedAcceptedDomains = allRead(
    draft.associatedAcceptedDomains,
    parseEntry.associatedAcceptedDomains,
  );
  const enhancedFiltering = toEnhancedFiltering(draft);
  if (!associatedAcceptedDomains || !enhancedFiltering) return undefined;
  return {
    treatAsInternal: draft.from === 'organization' && draft.treatAsInternal,
    associatedAcceptedDomains,
    enhancedFiltering,
  };
}

function toEnhancedFiltering(draft: ConnectorDraft): EnhancedFiltering | undefined {
  if (draft.enhancedFiltering === 'nothing') return { skip: 'nothing' };
  const users = allRead(draft.filteredUsers, parseEmailAddress);
  if (draft.enhancedFiltering === 'lastAddress') return users && { skip: 'lastAddress', users };
  const addresses = atLeastOne(draft.skippedAddresses, parseEntry.skippedAddresses);
  return users && addresses && { skip: 'addresses', addresses, users };
}

/** A name or `*.` and a name; a lone `*` would accept every certificate. */
function certificateName(text: string): string | undefined {
  const read = parseDomainPattern(text);
  return read.ok && read.value.kind !== 'any' ? formatDomainPattern(read.value) : undefined;
}

function allRead<T>(list: readonly string[], parse: (entry: string) => Parsed<T>): T[] | undefined {
  const values = list.map(parse).flatMap((read) => (read.ok ? [read.value] : []));
  return values.length === list.length ? values : undefined;
}

function atLeastOne<T>(
  list: readonly string[],
  parse: (entry: string) => Parsed<T>,
): AtLeastOne<T> | undefined {
  const [first, ...others] = allRead(list, parse) ?? [];
  return first === undefined ? undefined : [first, ...others];
}

/** The draft that toConnector() turns back into this connector. */
export function fromConnector(connector: Connector): ConnectorDraft {
  const { name, description, enabled, retainInternalHeaders } = connector;
  return {
    ...emptyDraft(),
    ...endsOf(connector),
    name,
    description,
    enabled,
    retainInternalHeaders,
    exchange: connector.exchange ?? null,
    ...(connector.direction === 'outbound' ? outboundFields(connector) : inboundFields(connector)),
  };
}

function outboundFields({ scope, delivery, tls, ...connector }: OutboundConnector): Partial<ConnectorDraft> {
  const { testMode, smtpDaneMode, mtaStsMode, routeAllViaOnPremises, senderRewriting } = connector;
  return {
    scope: scope.kind,
    recipientDomains: scope.kind === 'recipientDomains' ? scope.domains.map(formatDomainPattern) : [],
    alsoRecipientDomains: scope.kind === 'acceptedDomains' ? patternsOf(scope).map(formatDomainPattern) : [],
    delivery: delivery.by,
    smartHosts: delivery.by === 'smartHosts' ? delivery.hosts.map(formatSmartHost) : [],
    tlsRequired: tls.level !== 'opportunistic',
    tlsCertificate: tls.level === 'encryptionOnly' ? 'any' : 'trustedCa',
    tlsMatchDomain: tls.level === 'domainValidation',
    tlsDomain: tls.level === 'domainValidation' ? tls.domain : '',
    validationRecipients: [...connector.validationRecipients],
    testMode,
    smtpDaneMode,
    mtaStsMode,
    routeAllViaOnPremises,
    senderRewriting,
  };
}

function inboundFields(connector: InboundConnector): Partial<ConnectorDraft> {
  const { enhancedFiltering, treatAsInternal, associatedAcceptedDomains } = connector;
  return {
    identifiedBy: connector.identification.by,
    treatAsInternal,
    associatedAcceptedDomains: [...associatedAcceptedDomains],
    enhancedFiltering: enhancedFiltering.skip,
    skippedAddresses: enhancedFiltering.skip === 'addresses' ? [...enhancedFiltering.addresses] : [],
    filteredUsers: enhancedFiltering.skip === 'nothing' ? [] : [...enhancedFiltering.users],
    ...(connector.partnerKind === 'onPremises' ? organizationFields(connector) : partnerFields(connector)),
  };
}

function organizationFields({ identification }: Extract<InboundConnector, { partnerKind: 'onPremises' }>) {
  return identification.by === 'certificate'
    ? { senderCertificateName: identification.certificateName }
    : { senderIpAddresses: identification.addresses.map(formatIpRange) };
}

function partnerFields({ identification, restrictions }: InboundFromPartner): Partial<ConnectorDraft> {
  const addresses = (restrictions.ipAddresses ?? []).map(formatIpRange);
  const byDomain = identification.by === 'senderDomains';
  return {
    senderDomains: byDomain ? identification.domains.map(formatDomainPattern) : [],
    senderIpAddresses: byDomain ? [] : addresses,
    rejectWithoutTls: restrictions.tls !== undefined,
    rejectOtherCertificates: restrictions.tls?.certificateName !== undefined,
    senderCertificateName: restrictions.tls?.certificateName ?? '',
    rejectOtherAddresses: byDomain && addresses.length > 0,
    allowedIpAddresses: byDomain ? addresses : [],
  };
}
