// The outbound connectors by the domains they are for: one look-up a label, whatever their number.
import type { AcceptedDomain } from './accepted-domain';
import { type AcceptedLookup, acceptedLookup } from './accepted-lookup';
import { type OutboundConnector, patternsOf } from './connector';
import { formatDomainPattern } from './domain-pattern';
import { type DomainTable, domainTable } from './domain-table';
import type { KeptConnector, MailSetup, Named } from './mail-setup';
import type { Route, RouteReason } from './route-trace';

export type KeptOutbound = Readonly<{
  id: string;
  connector: OutboundConnector;
  health: KeptConnector['health'];
}>;

/** `stand`: takes part, or why it does not. */
export type Candidate = Readonly<{ kept: KeptOutbound; named: Named; stand: 'live' | 'off' | 'testMode' }>;

/** The connectors with one pattern, best first, and the routes that its best live one gives. */
export type Entry = Readonly<{
  pattern?: string;
  candidates: Candidate[];
  live: Candidate[];
}>;

/** What stands at one domain. A route is undefined where nobody in its entry is live. */
export type DomainNode = {
  exact?: Entry;
  suffix?: Entry;
  route?: Route | undefined;
  suffixRoute?: Route | undefined;
  apexRoute?: Route | undefined;
  /** It is an accepted domain. */
  accepted?: AcceptedDomain;
  /** The domains below it are accepted with it. */
  acceptedBelow?: AcceptedDomain;
};

export type DomainIndex = Readonly<{
  nodes: DomainTable<DomainNode>;
  accepted: Entry;
  any: Entry;
  /** All outbound connectors, best first where nothing else decides. */
  candidates: readonly Candidate[];
  acceptedOf: AcceptedLookup;
}>;

export const isOutbound = (kept: KeptConnector): kept is KeptOutbound =>
  kept.connector.direction === 'outbound';

const standOf = ({ enabled, testMode }: OutboundConnector): Candidate['stand'] => {
  if (!enabled) return 'off';
  return testMode ? 'testMode' : 'live';
};

const emptyEntry = (pattern?: string): Entry => ({
  candidates: [],
  live: [],
  ...(pattern !== undefined && { pattern }),
});

/**
 * All connectors that are chosen by domain. Those that wait for a transport rule are never among them, whatever else
 * they say. Ids decide last, so that the answer never hangs on the order of a list.
 */
export function indexDomains(setup: MailSetup): DomainIndex {
  const acceptedOf = acceptedLookup(setup.acceptedDomains);
  const nodes = new Map<string, DomainNode>();
  const accepted = emptyEntry();
  const any = emptyEntry('*');
  const candidates = setup.connectors
    .filter(isOutbound)
    .map((kept): Candidate => {
      const { name } = kept.connector;
      return { kept, named: { id: kept.id, name }, stand: standOf(kept.connector) };
    })
    .sort(byTieBreak);
  for (const candidate of candidates) {
    const { scope } = candidate.kept.connector;
    if (scope.kind === 'acceptedDomains') add(accepted, candidate);
    for (const pattern of patternsOf(scope)) {
      if (pattern.kind === 'any') add(any, candidate);
      else add(entryOf(nodes, pattern.domain, pattern.kind), candidate);
    }
  }
  for (const { domain } of setup.acceptedDomains) {
    const one = acceptedOf(domain);
    if (!one) continue;
    const node = nodeOf(nodes, domain);
    node.accepted = one;
    if (one.type === 'internalRelay' && one.matchSubDomains) node.acceptedBelow = one;
  }
  for (const node of nodes.values()) setRoutes(node);
  return { nodes: domainTable(nodes), accepted, any, candidates, acceptedOf };
}

function nodeOf(nodes: Map<string, DomainNode>, domain: string): DomainNode {
  const known = nodes.get(domain);
  if (known) return known;
  const node: DomainNode = {};
  nodes.set(domain, node);
  return node;
}

function entryOf(nodes: Map<string, DomainNode>, domain: string, kind: 'exact' | 'suffix'): Entry {
  const node = nodeOf(nodes, domain);
  const entry = node[kind] ?? emptyEntry(formatDomainPattern({ kind, domain }));
  node[kind] = entry;
  return entry;
}

function add({ candidates, live }: Entry, candidate: Candidate): void {
  // One connector with the same pattern twice, as only a file could say, is one candidate.
  if (candidates.at(-1) === candidate) return;
  candidates.push(candidate);
  if (candidate.stand === 'live') live.push(candidate);
}

function setRoutes(node: DomainNode): void {
  if (node.exact) node.route = routeBy(node.exact, 'exactDomain');
  if (node.suffix) {
    node.suffixRoute = routeBy(node.suffix, 'suffix');
    node.apexRoute = routeBy(node.suffix, 'suffixApex');
  }
}

/** The route that an entry gives; none where nobody in it is live. */
export function routeBy(entry: Entry, reason: RouteReason, ambiguous = false): Route | undefined {
  const [winner, other] = entry.live;
  if (!winner) return undefined;
  return {
    outcome: 'connector',
    reason,
    winner: winner.named,
    ...(entry.pattern !== undefined && { pattern: entry.pattern }),
    ambiguous: ambiguous || reason === 'suffixApex' || other !== undefined,
  };
}

/**
 * Between connectors that match equally well. Nothing is documented for Exchange Online: the organization's own
 * servers before a partner's, a validated one before others, then the name by its characters' numbers.
 */
export function byTieBreak(a: Candidate, b: Candidate): number {
  return (
    tieOnPremises(b) - tieOnPremises(a) ||
    tieValidated(b) - tieValidated(a) ||
    ordinal(a.named.name, b.named.name) ||
    ordinal(a.named.id, b.named.id)
  );
}

const tieOnPremises = ({ kept }: Candidate): number => Number(kept.connector.partnerKind === 'onPremises');
const tieValidated = ({ kept }: Candidate): number => Number(kept.health === 'passed');
const ordinal = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Why `loser` stands behind `winner`. */
export function tieReason(winner: Candidate, loser: Candidate): 'tieOnPremises' | 'tieValidated' | 'tieName' {
  if (tieOnPremises(winner) !== tieOnPremises(loser)) return 'tieOnPremises';
  return tieValidated(winner) === tieValidated(loser) ? 'tieName' : 'tieValidated';
}
