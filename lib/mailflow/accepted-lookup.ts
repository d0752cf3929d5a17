// Which accepted domain, if any, a domain belongs to.
import type { AcceptedDomain } from './accepted-domain';

/** Answers for a domain in lower-case ASCII. */
export type AcceptedLookup = (domain: string) => AcceptedDomain | undefined;

/**
 * The domain's own entry, or else the nearest one above it that matches subdomains. Of two entries for one domain, which
 * no service keeps, the authoritative one counts.
 */
export function acceptedLookup(domains: readonly AcceptedDomain[]): AcceptedLookup {
  const byName = new Map<string, AcceptedDomain>();
  const withSubdomains = new Map<string, AcceptedDomain>();
  for (const one of domains) {
    if (one.type === 'authoritative' || !byName.has(one.domain)) byName.set(one.domain, one);
    if (one.type === 'internalRelay' && one.matchSubDomains) withSubdomains.set(one.domain, one);
  }
  return (domain) => {
    const own = byName.get(domain);
    if (own || withSubdomains.size === 0) return own;
    for (const parent of parentsOf(domain)) {
      const above = withSubdomains.get(parent);
      if (above) return above;
    }
    return undefined;
  };
}

/** The domains above `domain`, nearest first: `b.c` and `c` for `a.b.c`. */
export function parentsOf(domain: string): string[] {
  const parents: string[] = [];
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1))
    parents.push(domain.slice(dot + 1));
  return parents;
}
