// What of a set-up has a route that people ask about: accepted domains and connectors' patterns, each with an address
// that stands for it.
import { patternsOf } from './connector';
import { type DomainIndex, isOutbound } from './domain-index';
import { formatDomainPattern } from './domain-pattern';
import { levels, split, valueAt } from './domain-table';
import type { MailSetup } from './mail-setup';
import type { CompiledRoutes } from './route';
import type { CoverageSubject } from './route-change';

/** A set-up and the routes that were compiled from it. */
export type Routed = Readonly<{ setup: MailSetup; routes: CompiledRoutes }>;

/** Subjects by their text, each once: accepted domains first, then patterns, in the set-ups' order. */
export function routeSubjects(setups: readonly MailSetup[]): CoverageSubject[] {
  const subjects = new Map<string, CoverageSubject>();
  const add = (kind: CoverageSubject['kind'], text: string) => {
    if (!subjects.has(text)) subjects.set(text, { kind, text });
  };
  for (const { acceptedDomains } of setups) {
    for (const accepted of acceptedDomains) {
      add('acceptedDomain', accepted.domain);
      if (accepted.type === 'internalRelay' && accepted.matchSubDomains)
        add('acceptedDomain', `*.${accepted.domain}`);
    }
  }
  for (const { connectors } of setups) {
    for (const { connector } of connectors.filter(isOutbound)) {
      for (const pattern of patternsOf(connector.scope)) add('pattern', formatDomainPattern(pattern));
    }
  }
  return [...subjects.values()];
}

/** A recipient that only the subject speaks of: for a wildcard one at a domain that nothing else names. */
export function sampleOf(indexes: readonly DomainIndex[], { text }: CoverageSubject): string {
  if (text === '*') return `${RECIPIENT}@${unnamed(indexes, ANY_DOMAIN)}`;
  return `${RECIPIENT}@${text.startsWith('*.') ? unnamed(indexes, `${BELOW}.${text.slice(2)}`) : text}`;
}

/** A domain right below `domain` that nothing else names. */
export const sampleDomainBelow = (index: DomainIndex, domain: string): string =>
  unnamed([index], `${BELOW}.${domain}`);

const RECIPIENT = 'somebody';
const BELOW = 'sub';
const ANY_DOMAIN = 'elsewhere.example';
const LEVELS = levels();

function unnamed(indexes: readonly DomainIndex[], domain: string): string {
  const dot = domain.indexOf('.');
  const isNamed = (name: string) =>
    indexes.some(({ nodes }) => valueAt(nodes, name, LEVELS, split(name, 0, LEVELS) - 1) !== undefined);
  let name = domain;
  for (let count = 2; isNamed(name); count += 1) name = `${domain.slice(0, dot)}${count}${domain.slice(dot)}`;
  return name;
}
