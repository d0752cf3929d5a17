// What each live connector gets of the mail that it is for by domain, and who gets the rest.
import { patternsOf } from './connector';
import type { Candidate, Entry } from './domain-index';
import type { DomainPattern } from './domain-pattern';
import { formatDomainPattern } from './domain-pattern';
import { levels, split, valueAt } from './domain-table';
import type { MailSetup, Named } from './mail-setup';
import { type CompiledRoutes, routeByDomain } from './route';
import { sampleDomainBelow } from './route-subjects';

/** Something that the connector is for and another one takes: `text` is a pattern or an accepted domain. */
export type Lost = Readonly<{ text: string; winner: Named }>;

/** `twin`: the stronger of two connectors for exactly the same domains. `won`: how many of its entries it gets. */
export type ScopeStanding = Readonly<{
  candidate: Candidate;
  twin?: Named;
  won: number;
  lost: readonly Lost[];
}>;

/** Of the live connectors that are chosen by domain, in their order: best first. */
export function scopeStandings(
  setup: MailSetup,
  routes: CompiledRoutes,
  live: readonly Candidate[],
): ScopeStanding[] {
  const byScope = new Map<string, Candidate>();
  return live.flatMap((candidate): ScopeStanding[] => {
    const { scope } = candidate.kept.connector;
    if (scope.kind === 'transportRule') return [];
    const patterns = patternsOf(scope);
    const key = `${scope.kind} ${keyOf(patterns)}`;
    const twin = byScope.get(key);
    if (!twin) byScope.set(key, candidate);
    const named = countPatterns(routes, candidate, patterns);
    const accepted =
      scope.kind === 'acceptedDomains' ? countAccepted(setup, routes, candidate) : { won: 0, lost: [] };
    const counted = { won: accepted.won + named.won, lost: [...accepted.lost, ...named.lost] };
    return [{ candidate, ...counted, ...(twin && { twin: twin.named }) }];
  });
}

const keyOf = (patterns: readonly DomainPattern[]): string =>
  [...new Set(patterns.map(formatDomainPattern))].sort().join(' ');

type Counted = Pick<ScopeStanding, 'won' | 'lost'>;

function countPatterns(
  routes: CompiledRoutes,
  candidate: Candidate,
  patterns: readonly DomainPattern[],
): Counted {
  const lost = patterns.flatMap((pattern): Lost[] => {
    const winner = entryOf(routes, pattern)?.live[0];
    if (!winner || winner === candidate) return [];
    return [{ text: formatDomainPattern(pattern), winner: winner.named }];
  });
  return { won: patterns.length - lost.length, lost };
}

const LEVELS = levels();

function entryOf({ index }: CompiledRoutes, pattern: DomainPattern): Entry | undefined {
  if (pattern.kind === 'any') return index.any;
  const top = split(pattern.domain, 0, LEVELS) - 1;
  return valueAt(index.nodes, pattern.domain, LEVELS, top)?.[pattern.kind];
}

/** A domain's own recipients, and those of its subdomains where they are accepted with it. */
function countAccepted(setup: MailSetup, routes: CompiledRoutes, { named }: Candidate): Counted {
  const lost: Lost[] = [];
  let won = 0;
  for (const accepted of setup.acceptedDomains) {
    const { domain } = accepted;
    const below = accepted.type === 'internalRelay' && accepted.matchSubDomains;
    for (const asked of below ? [domain, sampleDomainBelow(routes.index, domain)] : [domain]) {
      const { winner } = routeByDomain(routes, asked);
      if (winner && winner.id !== named.id) lost.push({ text: domain, winner });
      else won += 1;
    }
  }
  return { won, lost };
}
