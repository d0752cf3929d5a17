// The inbound connectors that a connection matches, in the order in which the service looks, as far as that is known.
// The order and how sure it is: docs/decisions/0012-routes.md.
import type { AttributionReason } from './attribution-trace';
import type { InboundConnector, InboundFromOrganization, InboundFromPartner } from './connector';
import { type DomainPattern, formatDomainPattern, takes } from './domain-pattern';
import type { ReadConnection } from './inbound-connection';
import { formatIpRange, holdsAddress, type IpRange } from './ip-range';
import type { KeptConnector, Named } from './mail-setup';
import { matchingNames } from './tls-demand';

export type KeptInbound = Readonly<{ id: string; connector: InboundConnector }>;

export const isInbound = (kept: KeptConnector): kept is KeptConnector & KeptInbound =>
  kept.connector.direction === 'inbound';

/** Why a connector is one for this connection. `value` is what of the connector matched. */
type Match = Readonly<{
  reason: AttributionReason;
  value: string;
  step: Step;
  /** Of two matches in one step, the one with the greater number comes first; the next number where they are equal. */
  weight: readonly number[];
}>;
export type InboundMatch = Match & Readonly<{ kept: KeptInbound; named: Named }>;

/**
 * The organization's own connectors before a partner's, a certificate before an address: inferred from the documented
 * order in which the service finds the tenant. A partner's connector is "pulled up by IP or certificate" first, and one
 * that restricts takes precedence over one that only allows a sender domain: documented.
 */
const STEPS = [
  'organizationCertificate',
  'organizationCertificateWildcard',
  'organizationAddress',
  'partnerCertificate',
  'partnerAddress',
  'restrictedSender',
  'allowedSender',
] as const;
export type Step = (typeof STEPS)[number];

/** All matches, those of connectors that are off among them; the first that is on is the winner. */
export function inboundMatches(
  connectors: readonly KeptConnector[],
  connection: ReadConnection,
): InboundMatch[] {
  return connectors
    .filter(isInbound)
    .flatMap((kept) => {
      const match = matchOf(kept.connector, connection);
      return match ? [{ ...match, kept, named: { id: kept.id, name: kept.connector.name } }] : [];
    })
    .sort(
      (a, b) => compareMatches(a, b) || ordinal(a.named.name, b.named.name) || ordinal(a.kept.id, b.kept.id),
    );
}

/** 0 where nothing but the name stands between the two. */
export function compareMatches(a: Match, b: Match): number {
  const steps = STEPS.indexOf(a.step) - STEPS.indexOf(b.step);
  if (steps !== 0) return steps;
  for (const [at, mine] of a.weight.entries()) {
    const theirs = b.weight[at] ?? 0;
    if (mine !== theirs) return theirs - mine;
  }
  return 0;
}

const ordinal = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function matchOf(connector: InboundConnector, connection: ReadConnection): Match | undefined {
  return connector.partnerKind === 'onPremises'
    ? organizationMatch(connector, connection)
    : partnerMatch(connector, connection);
}

function organizationMatch(
  { identification }: InboundFromOrganization,
  connection: ReadConnection,
): Match | undefined {
  if (identification.by === 'certificate') {
    const { certificateName: value } = identification;
    const weight = certificateWeight(value, connection);
    if (weight === undefined) return undefined;
    const step = weight === EXACT ? 'organizationCertificate' : 'organizationCertificateWildcard';
    return { reason: step, step, value, weight: [weight] };
  }
  const range = rangeOf(identification.addresses, connection);
  return range && { ...addressMatch(range, 'organizationAddress'), weight: [range.prefix] };
}

/** A partner's connector is for its sender domains alone; one that is known by its addresses is for every sender. */
function partnerMatch(connector: InboundFromPartner, connection: ReadConnection): Match | undefined {
  const { identification, restrictions } = connector;
  const pattern =
    identification.by === 'ipAddresses' ? ANY : senderPattern(identification.domains, connection);
  if (!pattern) return undefined;
  const bySender = patternWeight(pattern);
  const certificateName = restrictions.tls?.certificateName;
  const byCertificate = certificateWeight(certificateName, connection);
  if (certificateName !== undefined && byCertificate !== undefined) {
    const step = 'partnerCertificate';
    return { reason: step, step, value: certificateName, weight: [byCertificate, bySender] };
  }
  const range = restrictions.ipAddresses && rangeOf(restrictions.ipAddresses, connection);
  if (range) return { ...addressMatch(range, 'partnerAddress'), weight: [range.prefix, bySender] };
  if (identification.by === 'ipAddresses') return undefined;
  return {
    reason: SENDER_REASONS[pattern.kind],
    value: formatDomainPattern(pattern),
    step: restricts(connector) ? 'restrictedSender' : 'allowedSender',
    weight: [bySender],
  };
}

const ANY: DomainPattern = { kind: 'any' };

const SENDER_REASONS = {
  exact: 'partnerSenderDomain',
  suffix: 'partnerSenderSuffix',
  any: 'partnerEverySender',
} as const satisfies Record<DomainPattern['kind'], AttributionReason>;

/** It holds its senders to a certificate or to addresses, and does not only demand TLS. */
export const restricts = ({ restrictions }: InboundFromPartner): boolean =>
  restrictions.ipAddresses !== undefined || restrictions.tls?.certificateName !== undefined;

const addressMatch = (range: IpRange, step: 'organizationAddress' | 'partnerAddress') => ({
  reason: step,
  step,
  value: formatIpRange(range),
});

/** More than any name or range can have. */
const EXACT = 1_000;

/** How closely the connector's name answers to a certificate that the service trusts; undefined where it does not. */
function certificateWeight(wanted: string | undefined, connection: ReadConnection): number | undefined {
  if (wanted === undefined || !connection.certificateTrusted) return undefined;
  const matching = matchingNames(connection.certificateNames, wanted);
  if (matching.length === 0) return undefined;
  return !wanted.startsWith('*.') && matching.includes(wanted.toLowerCase()) ? EXACT : wanted.length;
}

/** The narrowest range that holds the address. */
function rangeOf(ranges: readonly IpRange[], { address }: ReadConnection): IpRange | undefined {
  if (address === undefined || address === 'other') return undefined;
  return ranges
    .filter((range) => holdsAddress(range, address))
    .reduce<IpRange | undefined>((best, one) => (best && best.prefix >= one.prefix ? best : one), undefined);
}

/** The closest pattern that takes the sender. An empty or unreadable one has no domain: only `*` takes it. */
function senderPattern(
  patterns: readonly DomainPattern[],
  { sender }: ReadConnection,
): DomainPattern | undefined {
  return patterns
    .filter((pattern) => (sender ? takes(pattern, sender.domain) : pattern.kind === 'any'))
    .reduce<DomainPattern | undefined>(
      (best, one) => (best && patternWeight(best) >= patternWeight(one) ? best : one),
      undefined,
    );
}

function patternWeight(pattern: DomainPattern): number {
  if (pattern.kind === 'any') return 0;
  return pattern.kind === 'exact' ? EXACT : pattern.domain.length;
}
