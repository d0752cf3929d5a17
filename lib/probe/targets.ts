// Which server and which network an address belongs to, for limits that are kept by them. Looks nothing up.
import ipaddr from 'ipaddr.js';

/** The networks that are taken for one site: what is routed on its own in IPv4, what a site is given in IPv6 (RFC 6177). */
const NETWORK_BITS = { ipv4: 24, ipv6: 48 } as const;

export type Targets = Readonly<{ address: string; network: string; isLoopback: boolean }>;

/** Each in its one spelling: an IPv4 address mapped into an IPv6 one is that IPv4 address. `literal` is an address. */
export function targetsOf(literal: string): Targets {
  const parsed = ipaddr.process(literal);
  const bits = NETWORK_BITS[parsed.kind()];
  const kept = parsed.toByteArray().map((byte, index) => (index < bits / 8 ? byte : 0));
  return {
    address: parsed.toString(),
    network: `${ipaddr.fromByteArray(kept)}/${bits}`,
    isLoopback: parsed.range() === 'loopback',
  };
}
