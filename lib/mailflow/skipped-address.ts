// What enhanced filtering may skip (EFSkipIPs): an address, a CIDR range, or `first-last`.
import ipaddr from 'ipaddr.js';
import { type Parsed, parsed, refused } from './finding';
import { isWithin, parseAddress } from './firewall/address-span';
import { MICROSOFT_SPANS } from './firewall/microsoft-ranges';
import { hasControlCharacters, trimBlanks } from './host-name';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Text → its one spelling. @see Set-InboundConnector -EFSkipIPs */
export function parseSkippedAddress(text: string): Parsed<string> {
  const trimmed = trimBlanks(text);
  const shown = { value: trimmed.slice(0, 80) };
  if (trimmed === '') return refused('skippedAddresses.required');
  if (hasControlCharacters(trimmed)) return refused('host.controlCharacters');
  const [first = '', last, ...more] = trimmed.split(/\s*-\s*/);
  if (more.length > 0) return refused('skippedAddresses.shape', shown);
  if (last !== undefined) return spanOf(first, last) ?? refused('skippedAddresses.shape', shown);
  const spelling = spellingOf(first);
  return spelling === undefined ? refused('skippedAddresses.shape', shown) : parsed(spelling);
}

function spellingOf(text: string): string | undefined {
  const [address = '', suffix, ...more] = text.split('/');
  const read = addressOf(address);
  if (!read || more.length > 0) return undefined;
  if (suffix === undefined) return read.toString();
  const bits = read.kind() === 'ipv4' ? 32 : 128;
  if (!/^(0|[1-9]\d{0,2})$/.test(suffix) || Number(suffix) > bits) return undefined;
  const network =
    read.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${suffix}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${suffix}`);
  return Number(suffix) === bits ? network.toString() : `${network.toString()}/${suffix}`;
}

function spanOf(first: string, last: string): Parsed<string> | undefined {
  const [from, to] = [addressOf(first), addressOf(last)];
  if (!from || !to || from.kind() !== to.kind() || !inOrder(from, to)) return undefined;
  return parsed(`${from.toString()}-${to.toString()}`);
}

function inOrder(first: Address, last: Address): boolean {
  const [a, b] = [first.toByteArray(), last.toByteArray()];
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at === -1 || (a[at] ?? 0) < (b[at] ?? 0);
}

const addressOf = (text: string): Address | undefined => {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return !text.includes('%') && text.includes(':') && ipaddr.IPv6.isValid(text)
    ? ipaddr.IPv6.parse(text)
    : undefined;
};

/** Why a spelling read by parseSkippedAddress() should not be in the list: Microsoft's guidance names these two. */
export function skippedInVain(spelling: string): 'private' | 'microsoft' | undefined {
  const first = addressOf(spelling.replace(/[/-].*$/, ''));
  if (!first) return undefined;
  if (first.range() === 'private' || first.range() === 'uniqueLocal') return 'private';
  const one = parseAddress(first.toString());
  const isMicrosoft = MICROSOFT_SPANS.some((span) => one !== undefined && isWithin(one, span));
  return isMicrosoft ? 'microsoft' : undefined;
}
