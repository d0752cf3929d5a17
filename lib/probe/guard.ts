// Decides which addresses a validation may connect to, so that the console is nobody's way into its own network.
// Judges addresses only, after resolving: names and odd spellings (`127.1`) never reach it unresolved.
import ipaddr from 'ipaddr.js';
import type { DenyReason } from '../mailflow/observation';

export type GuardOptions = Readonly<{ allowLoopback: boolean; denyPrivate: boolean }>;

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

/**
 * Why `address` must not be connected to, or undefined where it may. An IPv4 address inside an IPv6 one (mapped,
 * compatible, NAT64, 6to4, Teredo, ISATAP) is judged too. What is no address at all is `reserved`.
 */
export function checkAddress(address: string, options: GuardOptions): DenyReason | undefined {
  if (!ipaddr.isValid(address)) return 'reserved';
  const parsed = ipaddr.parse(address);
  return [parsed, ...embeddedAddresses(parsed)]
    .map((each) => denyReason(each, options))
    .find((reason) => reason !== undefined);
}

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
  // RFC 6052, RFC 8215 with the usual /96 inside.
  if (startsWith(0, 0x64, 0xff, 0x9b)) return [at(12)];
  if (isCompatible(bytes) || ['ipv4Mapped', 'rfc6145'].includes(address.range())) return [at(12)];
  const isIsatap = (bytes[8] ?? 0) % 4 === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  return isIsatap ? [at(12)] : [];
}

/** RFC 4291 section 2.5.5.1, long deprecated: `::192.0.2.1`; `::` and `::1` are themselves. */
function isCompatible(bytes: readonly number[]): boolean {
  const isLow = bytes.slice(0, 12).every((byte) => byte === 0);
  return isLow && bytes.slice(12, 15).some((byte) => byte !== 0);
}
