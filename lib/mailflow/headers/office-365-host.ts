// Which servers of a message's path are Office 365's own: by their names, and by addresses from which nobody else connects.
import ipaddr from 'ipaddr.js';
import { MICROSOFT_RANGES } from '../firewall/microsoft-ranges';

/** Office 365 worldwide, of the United States' government, and of China. */
const NAMES =
  /(?:^|\.)(?:(?:prod|mail\.protection|outbound\.protection|prod\.protection)\.outlook\.com|outlook\.office365\.com|mx\.microsoft|protection\.office365\.us|prod\.office365\.us|(?:prod|protection)\.partner\.outlook\.cn)$/;

/** True for the names under which the service's servers write and send. A name alone proves nothing: anybody can say it. */
export const isOffice365Name = (name: string | undefined): boolean =>
  name !== undefined && NAMES.test(name.toLowerCase().replace(/\.$/, ''));

const parsedRanges = (ranges: readonly string[]) => ranges.map((range) => ipaddr.parseCIDR(range));
/**
 * From where mail leaves that the service can't vouch for: its sender's domain is not accepted, and neither SPF nor DKIM
 * spoke for it when it came. The published list does not name it.
 * @see "Outbound delivery pools"
 */
const RELAY_POOL = parsedRanges(['40.95.0.0/16']);
/** From where Office 365 delivers to port 25, worldwide. */
const SENDING = [...parsedRanges(MICROSOFT_RANGES.ranges), ...RELAY_POOL];
/** Its data centres' own network, as it stands in the Received fields of every message that passes through. */
const BETWEEN_SERVERS = parsedRanges(['2603:1000::/24']);

const isIn = (ranges: ReturnType<typeof parsedRanges>, text: string | undefined): boolean => {
  const address = readAddress(text);
  return ranges.some(
    ([network, prefix]) => address?.kind() === network.kind() && address.match(network, prefix),
  );
};

export const isRelayPoolAddress = (text: string | undefined): boolean => isIn(RELAY_POOL, text);

/** True for an address from which Office 365 delivers to others, for any of its tenants. */
export const isSendingAddress = (text: string | undefined): boolean => isIn(SENDING, text);

/** True for an address from which nobody but Office 365 connects: to others, or from server to server. */
export const isOffice365Address = (text: string | undefined): boolean =>
  isIn(SENDING, text) || isIn(BETWEEN_SERVERS, text);

/** True for an address that has no meaning outside of one network: RFC 1918, loopback, link-local, unique local. */
export function isInnerAddress(text: string | undefined): boolean {
  const address = readAddress(text);
  return address !== undefined && INNER.has(address.range());
}
const INNER = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

/** One address in its shortest form, as header fields write it: brackets, `IPv6:`, a zone or a port. Undefined where it is none. */
export function addressIn(text: string): string | undefined {
  const bare = text
    .slice(0, 80)
    .replace(/^ipv6:/i, '')
    .replace(/%[\w.-]*$/, '');
  return readAddress(bare)?.toString();
}

function readAddress(text: string | undefined): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (text === undefined) return undefined;
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return text.includes(':') && ipaddr.IPv6.isValid(text) ? ipaddr.process(text) : undefined;
}
