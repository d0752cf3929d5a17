// A smart host: the server, by name or address, to which an outbound connector hands its mail.
import ipaddr from 'ipaddr.js';
import { type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, parseHostName, trimBlanks } from './host-name';

/** Exchange Online delivers to port 25 only; another port serves relays and tests. */
export const SMTP_PORT = 25;

/** `host` is a lower-case ASCII name or an address in its shortest form, without brackets. */
export type SmartHost = Readonly<{ kind: 'name' | 'ipv4' | 'ipv6'; host: string; port: number }>;

/**
 * Text → smart host: a fully qualified name or an IPv4/IPv6 address, with an optional `:port`
 * (`[2001:db8::25]:2525` for IPv6). Refuses CIDR, wildcards and URLs.
 * @see New-OutboundConnector -SmartHosts
 */
export function parseSmartHost(text: string): Parsed<SmartHost> {
  const trimmed = trimBlanks(text);
  if (trimmed === '') return refused('host.required');
  if (hasControlCharacters(trimmed)) return refused('host.controlCharacters');
  if (/\s/.test(trimmed)) return refused('host.spaces', { value: trimmed.slice(0, 80) });
  if (isAddress(trimmed)) return fromAddress(trimmed, SMTP_PORT);
  // A URL or a mail address holds a colon too, and what follows it is no port.
  if (/:\/\/|@/.test(trimmed)) return fromName(trimmed, SMTP_PORT);
  const withPort = /^(?:\[([^\]]*)\]|([^:/[\]]+))(?::([^:]*))?$/.exec(trimmed);
  if (withPort) {
    const port = readPort(withPort[3]);
    if (port === undefined) return refused('host.port', { value: (withPort[3] ?? '').slice(0, 20) });
    const bracketed = withPort[1];
    if (bracketed !== undefined) return fromAddress(bracketed, port);
    const bare = withPort[2] ?? '';
    if (isAddress(bare)) return fromAddress(bare, port);
    return fromName(bare, port);
  }
  if (/^[0-9a-f.:]+\/\d{1,3}$/i.test(trimmed)) return refused('host.cidr', { value: trimmed });
  return fromName(trimmed, SMTP_PORT);
}

/** The shortest spelling that parses to the same smart host; the port is written where it is not 25. */
export function formatSmartHost({ kind, host, port }: SmartHost): string {
  if (port === SMTP_PORT) return host;
  return kind === 'ipv6' ? `[${host}]:${port}` : `${host}:${port}`;
}

/** True for the four-number form of IPv4 without leading zeros, and for any IPv6 form without a zone. */
const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) ||
  (!text.includes('%') && ipaddr.IPv6.isValid(text) && text.includes(':'));

function fromName(text: string, port: number): Parsed<SmartHost> {
  const name = parseHostName(text);
  return name.ok ? parsed({ kind: 'name', host: name.value, port }) : name;
}

function fromAddress(text: string, port: number): Parsed<SmartHost> {
  if (!isAddress(text)) return refused('host.characters', { value: text.slice(0, 80) });
  // An IPv4-mapped IPv6 address (RFC 4291 section 2.5.5.2) is that IPv4 address, and held to its rules.
  const address = ipaddr.process(text);
  if (!isUsable(address)) return refused('host.addressNotAllowed', { value: text });
  return parsed({ kind: address.kind(), host: address.toString(), port });
}

/** Addresses that can never be one mail server. Loopback is left to the probe's guard, which knows the settings. */
function isUsable(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return !['unspecified', 'multicast', 'broadcast', 'linkLocal'].includes(address.range());
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return SMTP_PORT;
  if (!/^[1-9]\d{0,4}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 65_535 ? port : undefined;
}

/** True for RFC 1918 and unique local addresses, which Exchange Online can't reach. */
export function isPrivateAddress({ kind, host }: SmartHost): boolean {
  return (
    kind !== 'name' && ['private', 'uniqueLocal', 'carrierGradeNat'].includes(ipaddr.parse(host).range())
  );
}

/** True for the service's own mail exchangers: handing mail to them sends it round in circles. */
export const isCloudHost = ({ host }: Pick<SmartHost, 'host'>): boolean =>
  /\.(mail\.protection\.outlook\.com|mx\.microsoft)$/.test(host);
