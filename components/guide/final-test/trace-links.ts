// Where the route trace explains what a message's path was held against.
import { attributionPath, traceOfPath } from '@/components/routing/route-paths';
import type { Hop } from '@/lib/mailflow/headers/hop';
import type { PathLeg } from '@/lib/mailflow/headers/path-judgement';

/** The trace of one crossing; undefined where there is nothing to ask it. */
export function traceLink(
  leg: PathLeg,
  hops: readonly Hop[],
  certificates: readonly string[],
): string | undefined {
  if (leg.kind !== 'into')
    return leg.trace?.address === undefined ? undefined : traceOfPath(leg.trace.address);
  const hop = hops[leg.hop];
  if (hop?.from.address === undefined) return undefined;
  return attributionPath({
    ip: hop.from.address,
    certificates,
    trusted: true,
    tls: hop.tls.state !== 'plain',
    sender: '',
    recipients: [],
  });
}
