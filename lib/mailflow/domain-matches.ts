// Every connector that has something for a domain, strongest first, and why each but the first live one is beaten.
import { type Candidate, type DomainIndex, type Entry, tieReason } from './domain-index';
import { levels, split, valueAt } from './domain-table';
import type { Beaten, LiteralVerdict, Route, RouteReason } from './route-trace';

/** Matches of one `rank` are equally strong. A connector is here once, with its strongest match. */
export type DomainMatch = Readonly<{
  candidate: Candidate;
  reason: RouteReason;
  pattern?: string;
  rank: number;
}>;

export function domainMatches(index: DomainIndex, domain: string): DomainMatch[] {
  const matches: DomainMatch[] = [];
  const top = split(domain, 0, LEVELS) - 1;
  const own = valueAt(index.nodes, domain, LEVELS, top);
  if (own?.exact) add(matches, own.exact, 'exactDomain');
  if (own?.suffix) add(matches, own.suffix, 'suffixApex');
  for (let level = top - 1; level >= 0; level -= 1) {
    const suffix = valueAt(index.nodes, domain, LEVELS, level)?.suffix;
    if (suffix) add(matches, suffix, 'suffix');
  }
  const accepted = index.acceptedOf(domain);
  if (accepted)
    add(matches, index.accepted, accepted.domain === domain ? 'acceptedDomain' : 'acceptedSubdomain');
  add(matches, index.any, 'everyDomain');
  return matches;
}

/** A connector that is there already keeps its stronger match. */
function add(matches: DomainMatch[], { candidates, pattern }: Entry, reason: RouteReason): void {
  const stronger = matches.length;
  const rank = (matches[stronger - 1]?.rank ?? 0) + 1;
  const seen = stronger > 0 ? new Set(matches.map(({ candidate }) => candidate)) : undefined;
  for (const candidate of candidates) {
    if (seen?.has(candidate)) continue;
    matches.push({ candidate, reason, rank, ...(pattern !== undefined && { pattern }) });
  }
}

const LEVELS = levels();

function isLive({ candidate }: DomainMatch): boolean {
  return candidate.stand === 'live';
}

/** All but the first live match, each with its reason. */
export function losers(matches: readonly DomainMatch[]): Beaten[] {
  const at = matches.findIndex(isLive);
  const winner = matches[at];
  return matches.flatMap((match, place) => {
    if (place === at) return [];
    const { stand } = match.candidate;
    if (stand !== 'live') return [beaten(match, stand, winner === undefined || place < at)];
    if (!winner || match.rank !== winner.rank) return [beaten(match, 'lessSpecific')];
    return [beaten(match, tieReason(winner.candidate, match.candidate))];
  });
}

/** A match that lost, in the words of the answer. */
export function beaten(match: DomainMatch, reason: Beaten['reason'], wouldWin = false): Beaten {
  const { candidate, pattern } = match;
  return {
    connector: candidate.named,
    reason,
    match: match.reason,
    ...(pattern !== undefined && { pattern }),
    wouldWin,
  };
}

/** How many live matches are as strong as the first one, itself aside. */
export function equals(matches: readonly DomainMatch[]): number {
  const live = matches.filter(isLive);
  return live.filter(({ rank }) => rank === live[0]?.rank).length - 1;
}

/** The steps of the article's numbered list; within the last, the longest wildcard comes first, as in `matches`. */
const LITERAL_STEPS: readonly (readonly RouteReason[])[] = [
  ['exactDomain'],
  ['acceptedDomain', 'acceptedSubdomain'],
  ['suffixApex', 'suffix', 'everyDomain'],
];

/**
 * What "1 exact, 2 all accepted domains, 3 a wildcard that matches" gives, word for word, against what `route` gave by
 * the article's own example.
 */
export function literalVerdict(matches: readonly DomainMatch[], route: Route): LiteralVerdict {
  const live = matches.filter(isLive);
  for (const step of LITERAL_STEPS) {
    const found = live.find(({ reason }) => step.includes(reason));
    if (!found) continue;
    const winner = found.candidate.named;
    return { winner, reason: found.reason, differs: winner.id !== route.winner?.id };
  }
  return { reason: route.reason, differs: false };
}
