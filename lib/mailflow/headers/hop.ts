// The Received fields of a message as its path, oldest first: how long each part took, and whose word it rests on.
import type { HeaderField } from './header-fields';
import { isInnerAddress, isOffice365Address, isOffice365Name } from './office-365-host';
import { type ReceivedHop, readReceived } from './received-hop';

/**
 * Whose word a hop is: the receiving organization's own servers; Office 365, from whose addresses the next vouched server
 * got the message; or nobody's: whoever handed the message in can have written it.
 */
export const HOP_TRUSTS = ['receiver', 'office365', 'claimed'] as const;
export type HopTrust = (typeof HOP_TRUSTS)[number];

/** Since the hop before. `skew`: the later server's clock is behind by this much, so nobody knows. */
export type HopDelay =
  | Readonly<{ kind: 'took' | 'skew'; ms: number }>
  | Readonly<{ kind: 'first' | 'unknown' }>;

/** `place` is that of its field among all fields. */
export type Hop = ReceivedHop & Readonly<{ trust: HopTrust; delay: HopDelay; place: number }>;

/** RFC 5321 section 6.3: a message with 100 Received fields is taken for one that goes round. The newest are kept. */
export const HOPS_MAX = 200;

/** `found` counts all Received fields, those beyond HOPS_MAX among them. */
export function readHops(fields: readonly HeaderField[]): Readonly<{ hops: readonly Hop[]; found: number }> {
  const received = fields
    .map(({ name, value }, place) => ({ name: name.toLowerCase(), value, place }))
    .filter(({ name }) => name === 'received');
  const newestFirst = received
    .slice(0, HOPS_MAX)
    .map(({ value, place }) => ({ ...readReceived(value), place }));
  const trusts = trustOf(newestFirst);
  const oldestFirst = newestFirst
    .map((hop, at) => ({ ...hop, trust: trusts[at] ?? ('claimed' as const) }))
    .reverse();
  return { hops: withDelays(oldestFirst), found: received.length };
}

function withDelays(hops: readonly Omit<Hop, 'delay'>[]): Hop[] {
  return hops.map((hop, at) => ({ ...hop, delay: delayOf(at, hops[at - 1]?.at, hop.at) }));
}

function delayOf(place: number, before: number | undefined, now: number | undefined): HopDelay {
  if (place === 0) return { kind: 'first' };
  if (before === undefined || now === undefined) return { kind: 'unknown' };
  return now >= before ? { kind: 'took', ms: now - before } : { kind: 'skew', ms: before - now };
}

/**
 * From the newest down. The newest is the word of the server where the message lies. The one below is vouched for as long
 * as the server that is vouched for got the message from a server of its own, or from an address of Office 365.
 */
function trustOf(newestFirst: readonly ReceivedHop[]): HopTrust[] {
  const trusts: HopTrust[] = [];
  let trust: HopTrust = isOffice365Name(newestFirst[0]?.by.name) ? 'office365' : 'receiver';
  for (const [at, hop] of newestFirst.entries()) {
    trusts.push(trust);
    const older = newestFirst[at + 1];
    if (older) trust = trustBelow(hop, older, trust);
  }
  return trusts;
}

function trustBelow(hop: ReceivedHop, older: ReceivedHop, trust: HopTrust): HopTrust {
  if (trust === 'claimed') return 'claimed';
  const isCloud = isOffice365Name(older.by.name);
  if (isFromOffice365(hop)) return isCloud ? 'office365' : 'claimed';
  // Only Office 365 vouches for its own servers, and for no others.
  if (isCloud !== (trust === 'office365')) return 'claimed';
  const { from, by } = hop;
  const isSame =
    (from.address === undefined && from.helo === undefined) ||
    isInnerAddress(from.address) ||
    (from.nameVerified === true &&
      from.name !== undefined &&
      by.name !== undefined &&
      organizationOf(from.name) === organizationOf(by.name));
  return isSame ? trust : 'claimed';
}

/**
 * By the client's address or its looked-up name, or by a verified certificate where a load balancer hides the address.
 * The name that it gave itself proves nothing.
 */
export const isFromOffice365 = ({ from }: ReceivedHop): boolean =>
  isOffice365Address(from.address) ||
  (from.nameVerified === true && isOffice365Name(from.name)) ||
  (isInnerAddress(from.address) &&
    from.certificateVerified === true &&
    isOffice365Name(from.certificateName));

/**
 * About the part of a name that one organization registers: two labels, or three below a country's second level
 * (`co.uk`). Held only against names that a server had looked up.
 */
function organizationOf(name: string): string {
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}

/** True for a hop that Exchange wrote, online or not, and that is vouched for: then its own fields count too. */
export const isVouchedExchange = ({ trust, server }: Hop): boolean =>
  trust === 'office365' || (trust === 'receiver' && server === 'exchangeServer');
