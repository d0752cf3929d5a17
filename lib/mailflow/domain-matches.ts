// Every connector that has something for a domain, strongest first, and why each but the first live one is beaten.
import { parentsOf } from './accepted-lookup';
import { type Candidate, type DomainIndex, type Entry, tieReason } from './domain-index';
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
  const seen = new Set<Candidate>();
  let rank = 0;
  const add = (entry: Entry | undefined, reason: RouteReason): void => {
    if (!entry) return;
    rank += 1;
    for (const candidate of entry.candidates) {
      if (seen.has(candidate)) continue;
      seen.add(candidate);
      const { pattern } = entry;
      matches.push({ candidate, reason, rank, ...(pattern !== undefined && { pattern }) });
    }
  };
  const own = index.nodes.get(domain);
  add(own?.exact, 'exactDomain');
  add(own?.suffix, 'suffixApex');
  for (const parent of parentsOf(domain)) add(index.nodes.get(parent)?.suffix, 'suffix');
  const accepted = index.acceptedOf(domain);
  if (accepted) add(index.accepted, accepted.domain === domain ? 'acceptedDomain' : 'acceptedSubdomain');
  add(index.any, 'everyDomain');
  return matches;
}

const isLive = ({ candidate }: DomainMatch): boolean => candidate.stand === 'live';

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
