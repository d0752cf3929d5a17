// A whole set-up, as the resolver, the findings and the comparison of two states take it.
import type { AcceptedDomain } from './accepted-domain';
import type { Connector } from './connector';
import type { ConnectorHealth } from './health';
import type { TransportRule } from './transport-rule';

/** One of the set-up's connectors or rules, as answers name it. */
export type Named = Readonly<{ id: string; name: string }>;

/** `health` decides between connectors that are equal otherwise: a validated one (`passed`) comes first. */
export type KeptConnector = Readonly<{ id: string; connector: Connector; health: ConnectorHealth }>;
export type KeptRule = Readonly<{ id: string; rule: TransportRule }>;

/** Ids are unique among connectors and among rules. The order of the lists says nothing; rules have a priority. */
export type MailSetup = Readonly<{
  acceptedDomains: readonly AcceptedDomain[];
  transportRules: readonly KeptRule[];
  connectors: readonly KeptConnector[];
}>;
