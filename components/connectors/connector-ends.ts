// Where a connector's mail comes from and goes to. Apart from connector-words.ts, which reads addresses and is larger.
import type { Connector } from '@/lib/mailflow/connector';
import type { Endpoint } from '@/lib/mailflow/connector-draft';

/** The two ends of a connector, as the wizard's first screen names them. */
export function endpointsOf({
  partnerKind,
}: Pick<Connector, 'direction' | 'partnerKind'>): Readonly<{ from: Endpoint; to: Endpoint }> {
  return { from: 'office365', to: partnerKind === 'onPremises' ? 'organization' : 'partner' };
}
