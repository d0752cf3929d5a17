// Decides which addresses a validation may connect to, so that the console is nobody's way into its own network.
// Judges addresses only, after resolving: names and odd spellings (`127.1`) never reach it unresolved.
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { DenyReason } from '../mailflow/observation';

export type GuardOptions = Readonly<{
  allowLoopback: boolean;
  denyPrivate: boolean;
  /** Where the console itself and its database listen: denied whatever else is allowed. */
  ownServices?: readonly OwnService[];
}>;

/** `addresses` are literals in any spelling. Every loopback address counts beside them. */
export type OwnService = Readonly<{ addresses: readonly string[]; port: number }>;

/** Services that hand out a cloud machine's credentials, beside those in the link-local range. */
const METADATA = new Set(
  [
    '169.254.169.254', // AWS, Azure, Google Cloud and most others
    '169.254.170.2', // AWS ECS
    '169.254.170.23', // AWS EKS
    '100.100.100.200', // Alibaba Cloud
    '168.63.129.16', // Azure's wire server
    '192.0.0.192', // Oracle Cloud Classic
    'fd00:ec2::254', // AWS
    'fd00:ec2::23', // AWS EKS
    'fd20:ce::254', // Google Cloud
    'fd00:c1::a9fe:a9fe', // Oracle Cloud
  ].map((address) => ipaddr.parse(address).toNormalizedString()),
);

const REASONS: Readonly<Record<string, DenyReason>> = {
  unspecified: 'unspecified',
  broadcast: 'broadcast',
  multicast: 'multicast',
  linkLocal: 'linkLocal',
  loopback: 'loopback',
  private: 'private',
  carrierGradeNat: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
};

/** Ranges that hold real servers, or that wrap an IPv4 address, which is judged by itself. */
const ORDINARY = new Set([
  'unicast',
  'ipv4Mapped',
  'rfc6145',
  'rfc6052',
  '6to4',
  'teredo',
  'as112',
  'as112v6',
  'amt',
]);

/** Why nobody connects to `port` of `address`, or undefined where one may. */
export function checkTarget(address: string, port: number, options: GuardOptions): DenyReason | undefined {
  const reason = checkAddress(address, options);
  if (reason) return reason;
  const own = (options.ownServices ?? []).filter((service) => service.port === port);
  if (own.length === 0) return undefined;
  const mine = new Set(own.flatMap(({ addresses }) => addresses.filter(ipaddr.isValid).map(oneSpelling)));
  const isOwn = allIn(address).some(
    (each) => each.range() === 'loopback' || mine.has(oneSpelling(each.toString())),
  );
  return isOwn ? 'ownService' : undefined;
}

/**
 * Why `address` must not be connected to, or undefined where it may. An IPv4 address inside an IPv6 one (mapped,
 * compatible, NAT64, 6to4, Teredo, ISATAP) is judged too. What is no address at all is `reserved`.
 */
export function checkAddress(address: string, options: GuardOptions): DenyReason | undefined {
  if (!ipaddr.isValid(address)) return 'reserved';
  const reason = allIn(address)
    .map((each) => denyReason(each, options))
    .find((found) => found !== undefined);
  // `10.1` or `0x0a000001` would be looked up again by whoever connects, and looked up means answered anew.
  return reason ?? (isIP(address) === 0 ? 'reserved' : undefined);
}

/** The address itself, and those that are inside it. */
function allIn(address: string): (ipaddr.IPv4 | ipaddr.IPv6)[] {
  const parsed = ipaddr.parse(address);
  return [parsed, ...embeddedAddresses(parsed)];
}

const oneSpelling = (address: string): string => withoutZone(ipaddr.process(address)).toNormalizedString();

function denyReason(address: ipaddr.IPv4 | ipaddr.IPv6, options: GuardOptions): DenyReason | undefined {
  if (METADATA.has(withoutZone(address).toNormalizedString())) return 'metadata';
  const range: string = address.range();
  const reason = REASONS[range] ?? (ORDINARY.has(range) ? undefined : 'reserved');
  if (reason === 'loopback' && options.allowLoopback) return undefined;
  if (reason === 'private' && !options.denyPrivate) return undefined;
  return reason;
}

function withoutZone(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  return address instanceof ipaddr.IPv6 ? new ipaddr.IPv6(address.toByteArray()) : address;
}

function embeddedAddresses(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4[] {
  if (!(address instanceof ipaddr.IPv6)) return [];
  const bytes = address.toByteArray();
  const at = (start: number): ipaddr.IPv4 => new ipaddr.IPv4(bytes.slice(start, start + 4));
  const startsWith = (...prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte);
  if (startsWith(0x20, 0x02)) return [at(2)];
  // RFC 4380: the server in the clear, the client's address with every bit turned over.
  if (startsWith(0x20, 0x01, 0, 0))
    return [at(4), new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff))];
  if (startsWith(0, 0x64, 0xff, 0x9b)) return [at(12), ...translated(bytes)];
  if (isCompatible(bytes) || ['ipv4Mapped', 'rfc6145'].includes(address.range())) return [at(12)];
  // RFC 5214 section 6.1: 0000:5efe or 0200:5efe, and what may be set beside the u bit.
  const isIsatap = (bytes[8] ?? 0) < 4 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  return isIsatap ? [at(12)] : [];
}

/** Where RFC 6052 section 2.2 puts the IPv4 address behind a prefix of 48, 56 and 64 bits; byte 8 is always 0. */
const TRANSLATED_AT = [
  [6, 7, 9, 10],
  [7, 9, 10, 11],
  [9, 10, 11, 12],
] as const;

/** The shorter prefixes that a network may make of 64:ff9b:1::/48 (RFC 8215). Nothing but zeros follows the address. */
function translated(bytes: readonly number[]): ipaddr.IPv4[] {
  return TRANSLATED_AT.flatMap((places) => {
    const address = places.map((place) => bytes[place] ?? 0);
    const isEndZero = bytes.slice(places[3] + 1).every((byte) => byte === 0);
    const isThere = bytes[8] === 0 && isEndZero && address.some((byte) => byte !== 0);
    return isThere ? [new ipaddr.IPv4(address)] : [];
  });
}

/** RFC 4291 section 2.5.5.1, long deprecated: `::192.0.2.1`; `::` and `::1` are themselves. */
function isCompatible(bytes: readonly number[]): boolean {
  const isLow = bytes.slice(0, 12).every((byte) => byte === 0);
  return isLow && bytes.slice(12, 15).some((byte) => byte !== 0);
}
