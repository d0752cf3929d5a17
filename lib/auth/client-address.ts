// Where a request comes from, as far as that can be known. Believes no header that the client itself may have written.
import ipaddr from 'ipaddr.js';

/**
 * The client's address out of X-Forwarded-For, whose last entry is this server's own peer (`instrumentation.ts`
 * appends it) and the ones before it what each of `trustedProxies` proxies saw. Undefined where there is none.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string | undefined {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const hop = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? '';
  // Some proxies write [2001:db8::1]:4711 or 192.0.2.1:4711.
  const bare = hop.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : undefined;
}

/** What attempts are counted on: the address, or the /64 of an IPv6 one, since a single host owns that many. */
export function addressGroup(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown';
  const read = ipaddr.process(address);
  if (read.kind() === 'ipv4') return read.toString();
  return `${read.toByteArray().slice(0, 8).join('.')}/64`;
}
