// A span of IP addresses, first to last, as a firewall knows it: one address, a CIDR block, a mask, or `first-last`.
// Reads one of them. Refuses zones, leading zeros and short forms, which programs read differently.
import ipaddr from 'ipaddr.js';

export type AddressFamily = 'ipv4' | 'ipv6';
/** Both ends belong to it. The numbers are those of the addresses: 32 bits for IPv4, 128 for IPv6. */
export type AddressSpan = Readonly<{ family: AddressFamily; first: bigint; last: bigint }>;

export const FAMILIES: readonly AddressFamily[] = ['ipv4', 'ipv6'];
export const BITS: Readonly<Record<AddressFamily, number>> = { ipv4: 32, ipv6: 128 };

const lastOf = (family: AddressFamily): bigint => (1n << BigInt(BITS[family])) - 1n;

/** Every address of a family. */
export const allOf = (family: AddressFamily): AddressSpan => ({ family, first: 0n, last: lastOf(family) });

/** `192.0.2.25`, `192.0.2.0/24`, `192.0.2.0/255.255.255.0`, `192.0.2.1-192.0.2.9`, `192.0.2.1-9`, and IPv6. */
export function parseSpan(text: string): AddressSpan | undefined {
  const [start = '', end, ...more] = text.split('-');
  if (more.length > 0) return undefined;
  if (end !== undefined) return betweenAddresses(start, end);
  const [address = '', suffix, ...rest] = text.split('/');
  if (rest.length > 0) return undefined;
  const one = parseAddress(address);
  if (!one || suffix === undefined) return one;
  const prefix = prefixOf(suffix, one.family);
  return prefix === undefined ? undefined : block(one, prefix);
}

/** One address, as the span that holds only it. An IPv4 address in IPv6's clothes stays the IPv6 address it is. */
export function parseAddress(text: string): AddressSpan | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return single('ipv4', ipaddr.IPv4.parse(text));
  const isIpv6 = text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text);
  return isIpv6 ? single('ipv6', ipaddr.IPv6.parse(text)) : undefined;
}

/** The block of `prefix` bits around an address: what is set behind the prefix does not count, as firewalls hold it. */
export function block({ family, first }: AddressSpan, prefix: number): AddressSpan {
  const size = 1n << BigInt(BITS[family] - prefix);
  const network = first - (first % size);
  return { family, first: network, last: network + size - 1n };
}

export const isWithin = (inner: AddressSpan, outer: AddressSpan): boolean =>
  inner.family === outer.family && inner.first >= outer.first && inner.last <= outer.last;

/** How long the prefix of a mask is: `255.255.255.0`, or the wildcard `0.0.0.255` that Cisco writes; else undefined. */
export function prefixOfMask(text: string, kind: 'mask' | 'wildcard'): number | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  const { octets } = ipaddr.IPv4.parse(text);
  const mask = new ipaddr.IPv4(kind === 'mask' ? octets : octets.map((octet) => 255 - octet));
  return mask.prefixLengthFromSubnetMask() ?? undefined;
}

/** As short as it can be said: an address, a CIDR block, or both ends. */
export function formatSpan(span: AddressSpan): string {
  const { family, first, last } = span;
  const size = last - first + 1n;
  const isBlock = (size & (size - 1n)) === 0n && first % size === 0n;
  if (!isBlock) return `${formatAddress(family, first)}-${formatAddress(family, last)}`;
  const prefix = BITS[family] - (size.toString(2).length - 1);
  return formatAddress(family, first) + (prefix === BITS[family] ? '' : `/${prefix}`);
}

/** The one spelling of an address; for IPv6 that of RFC 5952. */
export function formatAddress(family: AddressFamily, value: bigint): string {
  const bytes = Array.from({ length: BITS[family] / 8 }, (_, index) =>
    Number((value >> BigInt(BITS[family] - 8 * (index + 1))) & 0xffn),
  );
  return family === 'ipv4' ? new ipaddr.IPv4(bytes).toString() : new ipaddr.IPv6(bytes).toRFC5952String();
}

function betweenAddresses(start: string, end: string): AddressSpan | undefined {
  const from = parseAddress(start);
  const shortEnd = from?.family === 'ipv4' && /^\d{1,3}$/.test(end);
  const to = parseAddress(shortEnd ? start.replace(/\d+$/, end) : end);
  if (!from || !to || from.family !== to.family || from.first > to.first) return undefined;
  return { ...from, last: to.first };
}

function prefixOf(suffix: string, family: AddressFamily): number | undefined {
  if (family === 'ipv4' && suffix.includes('.'))
    return prefixOfMask(suffix, 'mask') ?? prefixOfMask(suffix, 'wildcard');
  return /^(0|[1-9]\d{0,2})$/.test(suffix) && Number(suffix) <= BITS[family] ? Number(suffix) : undefined;
}

function single(family: AddressFamily, address: ipaddr.IPv4 | ipaddr.IPv6): AddressSpan {
  const first = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return { family, first, last: first };
}
