// What can be wrong between inbound connectors, and between the two halves of a pair.
import { parentsOf } from './accepted-lookup';
import type { AtLeastOne, InboundConnector } from './connector';
import { connectorPairs } from './connector-pairs';
import { type DomainPattern, formatDomainPattern } from './domain-pattern';
import { formatIpRange, type IpRange } from './ip-range';
import { rangesInside } from './range-nesting';
import { fixAt } from './setup-rules-scope';
import type { Breach, KeptInbound, SetupRule, SetupScene } from './setup-scene';

type ByDomain = Readonly<{ domains: AtLeastOne<DomainPattern>; isRestricting: boolean }>;

/** A partner that is known by sender domains; undefined for every other connector. */
function byDomain(connector: InboundConnector): ByDomain | undefined {
  if (connector.partnerKind !== 'partner' || connector.identification.by !== 'senderDomains')
    return undefined;
  const { tls, ipAddresses } = connector.restrictions;
  const { domains } = connector.identification;
  return { domains, isRestricting: tls?.certificateName !== undefined || ipAddresses !== undefined };
}

/** The patterns that take everything that `pattern` takes, itself first. */
function coveringPatterns(pattern: DomainPattern): string[] {
  if (pattern.kind === 'any') return ['*'];
  const above = [pattern.domain, ...parentsOf(pattern.domain)].map((domain) => `*.${domain}`);
  return [formatDomainPattern(pattern), ...above, '*'];
}

function allowsBeside({ inbound }: SetupScene): Breach[] {
  const restricting = new Map<string, KeptInbound>();
  for (const kept of inbound) {
    const known = byDomain(kept.connector);
    if (!known?.isRestricting) continue;
    for (const pattern of known.domains) {
      const text = formatDomainPattern(pattern);
      if (!restricting.has(text)) restricting.set(text, kept);
    }
  }
  return inbound.flatMap(({ named, connector }): Breach[] => {
    const known = byDomain(connector);
    if (!known || known.isRestricting) return [];
    for (const pattern of known.domains) {
      const other = coveringPatterns(pattern).flatMap((text) => restricting.get(text) ?? [])[0];
      if (!other) continue;
      const params = { name: named.name, other: other.named.name, pattern: formatDomainPattern(pattern) };
      const fix = fixAt(named, 'authentication', 'senderDomains');
      return [{ connectors: [named, other.named], params, fix }];
    }
    return [];
  });
}

/** Without any accepted domain in the console, nothing can be said of a name. */
function certificatesNotAccepted({ inbound, routes }: SetupScene): Breach[] {
  if (!routes.accepting) return [];
  return inbound.flatMap(({ named, connector }): Breach[] => {
    const { identification } = connector;
    if (identification.by !== 'certificate') return [];
    const domain = identification.certificateName.replace(/^\*\./, '');
    if ([domain, ...parentsOf(domain)].some((name) => routes.acceptedOf(name))) return [];
    const params = { name: named.name, certificate: identification.certificateName };
    return [{ connectors: [named], params, fix: fixAt(named, 'authentication', 'senderCertificateName') }];
  });
}

/** Addresses by which a connection finds its connector; those that only restrict may be many connectors'. */
function sendingRanges({ connector }: KeptInbound): readonly IpRange[] {
  if (connector.identification.by !== 'ipAddresses') return [];
  if (connector.partnerKind === 'partner') return connector.restrictions.ipAddresses ?? [];
  return connector.identification.addresses;
}

function overlaps({ inbound }: SetupScene): Breach[] {
  const owned = inbound.flatMap((kept) => sendingRanges(kept).map((range) => ({ range, owner: kept.named })));
  return rangesInside(owned).map(({ inner, outer }) => ({
    connectors: [inner.owner, outer.owner],
    params: {
      name: inner.owner.name,
      other: outer.owner.name,
      range: formatIpRange(inner.range),
      otherRange: formatIpRange(outer.range),
    },
    fix: fixAt(inner.owner, 'authentication', 'senderIpAddresses'),
  }));
}

function differentHeaders({ live, inbound }: SetupScene): Breach[] {
  return connectorPairs(live, inbound).flatMap(({ outbound, inbound: back }): Breach[] => {
    const keeps = outbound.kept.connector.retainInternalHeaders;
    if (keeps === back.connector.retainInternalHeaders) return [];
    const [off, on] = keeps ? [back.named, outbound.named] : [outbound.named, back.named];
    const params = { name: off.name, other: on.name };
    return [{ connectors: [off, on], params, fix: fixAt(off, 'name', 'retainInternalHeaders') }];
  });
}

export const INBOUND_SETUP_RULES: readonly SetupRule[] = [
  { code: 'allowBesideRestrict', breaks: allowsBeside },
  { code: 'certificateNotAccepted', breaks: certificatesNotAccepted },
  { code: 'overlappingRanges', breaks: overlaps },
  { code: 'headersDiffer', breaks: differentHeaders },
];
