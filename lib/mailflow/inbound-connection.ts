// A connection to Office 365 as an admin types it, read once: what can't be read is told with its field, and then counts
// as not known.
import ipaddr from 'ipaddr.js';
import type { AcceptedLookup } from './accepted-lookup';
import type { AttributionNote, InboundConnection } from './attribution-trace';
import { formatDomainPattern, parseDomainPattern } from './domain-pattern';
import { type Finding, type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, trimBlanks } from './host-name';
import { type Recipient, readSender } from './recipient';

export type ReadConnection = Readonly<{
  /** `other`: an IPv6 address, which no connector can name. */
  address: ipaddr.IPv4 | 'other' | undefined;
  tls: boolean;
  /** In lower case; none without TLS, which is where a certificate is shown. */
  certificateNames: readonly string[];
  certificateTrusted: boolean;
  /** `null` is the empty one; undefined where it can't be read. */
  sender: Recipient | null | undefined;
  /** The sender's domain is an accepted one. */
  senderAccepted: boolean;
  problems: readonly Finding[];
  notes: readonly AttributionNote[];
}>;

export function readConnection(given: InboundConnection, accepted: AcceptedLookup): ReadConnection {
  const problems: Finding[] = [];
  const keep = <T>(field: keyof InboundConnection, read: Parsed<T>): T | undefined => {
    if (read.ok) return read.value;
    problems.push({ ...read.finding, field });
    return undefined;
  };
  const isTold = given.ip !== undefined && trimBlanks(given.ip) !== '';
  const address = isTold ? keep('ip', readAddress(given.ip)) : undefined;
  const names = given.certificateNames.map((name) => keep('certificateNames', readCertificateName(name)));
  const mailFrom = keep('mailFrom', readSender(given.mailFrom));
  const sender = mailFrom === 'empty' ? null : mailFrom;
  const notes: AttributionNote[] = [];
  if (address === 'other') notes.push({ code: 'ipv6' });
  if (sender === null) notes.push({ code: 'emptySender' });
  return {
    address,
    tls: given.tls,
    certificateNames: given.tls ? names.filter((name) => name !== undefined) : [],
    certificateTrusted: given.certificateTrusted,
    sender,
    senderAccepted: Boolean(sender && accepted(sender.domain)),
    problems,
    notes,
  };
}

/** IPv4 in four parts, IPv6 in any spelling; an IPv4 address that is wrapped in IPv6 is the IPv4 address. */
function readAddress(text: string): Parsed<ipaddr.IPv4 | 'other'> {
  const trimmed = trimBlanks(text);
  if (hasControlCharacters(trimmed)) return refused('host.controlCharacters');
  if (ipaddr.IPv4.isValidFourPartDecimal(trimmed)) return parsed(ipaddr.IPv4.parse(trimmed));
  if (!trimmed.includes(':') || trimmed.includes('%') || !ipaddr.IPv6.isValid(trimmed))
    return refused('ipRange.shape', { value: trimmed.slice(0, 80) });
  const address = ipaddr.process(trimmed);
  return parsed(address instanceof ipaddr.IPv4 ? address : 'other');
}

/** `mail.contoso.com` or `*.contoso.com`. */
function readCertificateName(text: string): Parsed<string> {
  const read = parseDomainPattern(text);
  if (!read.ok) return read;
  return read.value.kind === 'any'
    ? refused('pattern.wildcardTooWide', { value: '*' })
    : parsed(formatDomainPattern(read.value));
}
