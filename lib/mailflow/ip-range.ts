// The addresses that an inbound connector knows its senders by: one IPv4 address, or a range of /24 to /32.
import ipaddr from 'ipaddr.js';
import { type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, trimBlanks } from './host-name';

/** `address` is the first of the range. A `prefix` of 32 is that one address. */
export type IpRange = Readonly<{ address: string; prefix: number }>;

/** The widest range that the service takes. @see New-InboundConnector -SenderIPAddresses */
const PREFIX_MIN = 24;

/**
 * Text → range: `192.0.2.25` or `192.0.2.0/24`. An address within a range stands for its range (`10.3.1.5/24`, as in
 * EAC's own example). Refuses IPv6 and ranges wider than /24, as the service does.
 */
export function parseIpRange(text: string): Parsed<IpRange> {
  const trimmed = trimBlanks(text);
  const shown = { value: trimmed.slice(0, 80) };
  if (trimmed === '') return refused('ipRange.required');
  if (hasControlCharacters(trimmed)) return refused('host.controlCharacters');
  const [address = '', suffix, ...more] = trimmed.split('/');
  if (address.includes(':') && ipaddr.IPv6.isValid(address)) return refused('ipRange.ipv6', shown);
  if (more.length > 0 || !ipaddr.IPv4.isValidFourPartDecimal(address)) return refused('ipRange.shape', shown);
  if (suffix !== undefined && !/^(0|[1-9]\d?)$/.test(suffix)) return refused('ipRange.shape', shown);
  const prefix = suffix === undefined ? 32 : Number(suffix);
  if (prefix > 32) return refused('ipRange.shape', shown);
  if (prefix < PREFIX_MIN) return refused('ipRange.tooWide', shown);
  const first = ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefix}`);
  if (NEVER_SENDS.has(first.range())) return refused('host.addressNotAllowed', shown);
  return parsed({ address: first.toString(), prefix });
}

const NEVER_SENDS: ReadonlySet<string> = new Set([
  'unspecified',
  'multicast',
  'broadcast',
  'linkLocal',
  'loopback',
]);

/** The spelling that parses to the same range. */
export const formatIpRange = ({ address, prefix }: IpRange): string =>
  prefix === 32 ? address : `${address}/${prefix}`;

export const holdsAddress = ({ address, prefix }: IpRange, one: ipaddr.IPv4): boolean =>
  one.match(ipaddr.IPv4.parse(address), prefix);

/** True for RFC 1918 and shared addresses: no mail reaches Office 365 from there. */
export const isPrivateRange = ({ address }: IpRange): boolean =>
  ['private', 'carrierGradeNat'].includes(ipaddr.IPv4.parse(address).range());
