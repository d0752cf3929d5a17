// Get-InboundConnector's record → the connector as the service behaves. Combinations that make no sense get a note.
import type {
  AtLeastOne,
  EnhancedFiltering,
  InboundAdvanced,
  InboundConnector,
  InboundFromOrganization,
  InboundFromPartner,
  SenderTls,
} from '../mailflow/connector';
import { parseEmailAddress } from '../mailflow/email-address';
import { parseHostName } from '../mailflow/host-name';
import { formatIpRange, type IpRange, parseIpRange } from '../mailflow/ip-range';
import { parseSkippedAddress } from '../mailflow/skipped-address';
import { flagIn, listIn, textIn, withoutCost } from './exchange-values';
import { certificateNameOf, ownServersFlag, readPatterns } from './outbound-record';
import { failed, note, type Reading, readList, unreadable } from './record-reading';

type Own = Pick<InboundConnector, 'name' | 'description' | 'enabled' | 'retainInternalHeaders'>;

/** Undefined, with an error among the notes, where nothing in the record tells whose mail it is. */
export function readInbound(
  reading: Reading,
  own: Own,
  partnerKind: InboundConnector['partnerKind'],
): InboundConnector | undefined {
  const treatAsInternal = ownServersFlag(reading, 'TreatMessagesAsInternal', partnerKind);
  if (treatAsInternal && own.retainInternalHeaders) note(reading, 'internalWithHeaders');
  const advanced: InboundAdvanced = {
    treatAsInternal,
    associatedAcceptedDomains: readList(reading, 'AssociatedAcceptedDomains', parseHostName),
    enhancedFiltering: readFiltering(reading),
  };
  const common = { direction: 'inbound', ...own, ...advanced } as const;
  if (partnerKind === 'onPremises') {
    const identification = readOrganization(reading);
    return identification && { ...common, partnerKind, identification };
  }
  return readPartner(reading, { ...common, partnerKind });
}

/** The certificate goes first, as long as TLS makes the service look at it. */
function readOrganization(reading: Reading): InboundFromOrganization['identification'] | undefined {
  const { fields } = reading;
  const requiresTls = flagIn(fields, 'RequireTls');
  const said = textIn(fields, 'TlsSenderCertificateName');
  const certificateName = readCertificateName(reading);
  const [first, ...others] = readList(reading, 'SenderIPAddresses', parseIpRange, formatIpRange);
  const domains = listIn(fields, 'SenderDomains').map(withoutCost);
  if (domains.some((domain) => domain !== '*')) note(reading, 'senderDomainsOfOrganization', domains);
  if (said !== '' && requiresTls === false) note(reading, 'certificateWithoutTls', said);
  if (certificateName !== undefined && (requiresTls !== false || !first)) {
    if (first) note(reading, 'certificateAndAddresses', listIn(fields, 'SenderIPAddresses'));
    return { by: 'certificate', certificateName };
  }
  if (!first) return failed(reading, 'noIdentification');
  if (requiresTls) note(reading, 'addressesWithTls');
  return { by: 'ipAddresses', addresses: [first, ...others] };
}

/** Of `<I>issuer<S>subject` the subject's name alone is what the console can hold a certificate against. */
function readCertificateName(reading: Reading): string | undefined {
  const text = textIn(reading.fields, 'TlsSenderCertificateName');
  if (text === '') return undefined;
  const subject = /<S>(.*)$/is.exec(text)?.[1];
  if (subject === undefined) {
    const name = certificateNameOf(text);
    if (name === undefined) unreadable(reading, 'TlsSenderCertificateName', text);
    return name;
  }
  const name = certificateNameOf(/(?:^|[,\s])CN=([^,]+)/i.exec(subject)?.[1]?.trim() ?? subject.trim());
  if (name === undefined) unreadable(reading, 'TlsSenderCertificateName', text);
  else note(reading, 'certificateByIssuer', text);
  return name;
}

type Partner = Omit<Extract<InboundFromPartner, { identification: { by: 'ipAddresses' } }>, Held>;
type Held = 'identification' | 'restrictions';

/** From every domain and held to addresses is EAC's partner that is known by its addresses. */
function readPartner(reading: Reading, common: Partner): InboundFromPartner | undefined {
  const domains = readPatterns(reading, 'SenderDomains');
  const tls = readPartnerTls(reading);
  const ipAddresses = readRestrictedAddresses(reading);
  if (tls?.certificateName !== undefined && ipAddresses) note(reading, 'certificateAndAddressRestriction');
  if (!tls && !ipAddresses) note(reading, 'partnerUnrestricted');
  const held = tls && { tls };
  const [first, ...others] = domains;
  const fromAll = others.length === 0 && (!first || first.kind === 'any');
  if (ipAddresses && fromAll)
    return { ...common, identification: { by: 'ipAddresses' }, restrictions: { ...held, ipAddresses } };
  if (!first) return failed(reading, 'noIdentification');
  return {
    ...common,
    identification: { by: 'senderDomains', domains: [first, ...others] },
    restrictions: { ...held, ...(ipAddresses && { ipAddresses }) },
  };
}

/** The cmdlet's documentation has RequireTls true where nobody says otherwise. */
function readPartnerTls(reading: Reading): SenderTls | undefined {
  const { fields } = reading;
  const requiresTls = flagIn(fields, 'RequireTls') ?? true;
  const restricts = flagIn(fields, 'RestrictDomainsToCertificate') === true;
  const said = textIn(fields, 'TlsSenderCertificateName');
  const certificateName = readCertificateName(reading);
  if (restricts && said === '') note(reading, 'restrictionWithoutCertificate');
  if (said !== '' && !requiresTls) note(reading, 'certificateWithoutTls', said);
  if (!requiresTls) return undefined;
  if (restricts) return certificateName === undefined ? {} : { certificateName };
  if (said !== '') note(reading, 'certificateUnused', said);
  return {};
}

function readRestrictedAddresses(reading: Reading): AtLeastOne<IpRange> | undefined {
  const restricts = flagIn(reading.fields, 'RestrictDomainsToIPAddresses') === true;
  const said = listIn(reading.fields, 'SenderIPAddresses');
  if (!restricts) {
    if (said.length > 0) note(reading, 'addressesUnused', said);
    return undefined;
  }
  const [first, ...others] = readList(reading, 'SenderIPAddresses', parseIpRange, formatIpRange);
  if (first) return [first, ...others];
  note(reading, 'restrictionWithoutAddresses');
  return undefined;
}

/** EFSkipIPs counts only where EFSkipLastIP is off. */
function readFiltering(reading: Reading): EnhancedFiltering {
  const { fields } = reading;
  const users = readList(reading, 'EFUsers', parseEmailAddress);
  const said = listIn(fields, 'EFSkipIPs');
  if (flagIn(fields, 'EFSkipLastIP') === true) {
    if (said.length > 0) note(reading, 'bothSkipped', said);
    return { skip: 'lastAddress', users };
  }
  const [first, ...others] = readList(reading, 'EFSkipIPs', parseSkippedAddress);
  if (first !== undefined) return { skip: 'addresses', addresses: [first, ...others], users };
  if (users.length > 0) note(reading, 'filteredUsersUnused', users);
  return { skip: 'nothing' };
}
