// Many accepted domains at once: what lines of text say, and what saving them would do to those that are there. Drops
// nothing: a line that can't be read keeps its place and its reason.
import type { AcceptedDomain, AcceptedDomainType } from './accepted-domain';
import { type Finding, type Parsed, parsed, refused } from './finding';
import { parseHostName } from './host-name';

/** As many as are saved at once: more than Microsoft 365 lets an organization have. */
export const ACCEPTED_DOMAINS_MAX = 5_000;

/** What a line says of a domain; what it leaves out is not changed, or has its default. */
export type SaidDomain = Readonly<{
  domain: string;
  type?: AcceptedDomainType;
  isDefault?: boolean;
  matchSubDomains?: boolean;
}>;

/** `at` counts lines, or the objects of a file, from 1; `text` is as it stood there. */
export type DomainLine = Readonly<{ at: number; text: string; said: Parsed<SaidDomain> }>;

/** Text → one line for each that is not empty: a domain, and behind a blank, comma or semicolon perhaps its type. */
export function readDomainLines(text: string): DomainLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const shown = line.trim();
    return shown === '' ? [] : [{ at: index + 1, text: shown.slice(0, 300), said: readLine(shown) }];
  });
}

/** `Internal relay`, `InternalRelay`, `Inoltro interno`: as the cmdlet and both languages of the console spell them. */
const TYPES: Readonly<Record<string, AcceptedDomainType>> = {
  authoritative: 'authoritative',
  autorevole: 'authoritative',
  internalrelay: 'internalRelay',
  inoltrointerno: 'internalRelay',
};

function readLine(line: string): Parsed<SaidDomain> {
  const [, name = '', rest = ''] = /^"?([^\s,;"]*)"?[\s,;]*(.*)$/.exec(line) ?? [];
  const domain = parseHostName(name);
  if (!domain.ok) return domain;
  if (rest === '') return parsed({ domain: domain.value });
  const type = parseDomainType(rest);
  return type.ok ? parsed({ domain: domain.value, type: type.value }) : type;
}

/** A type by name, in any spelling of the cmdlet's. Refuses ExternalRelay, which the cloud does not have. */
export function parseDomainType(text: string): Parsed<AcceptedDomainType> {
  const key = text.toLowerCase().replace(/[\s"';,_-]+/g, '');
  const type = Object.hasOwn(TYPES, key) ? TYPES[key] : undefined;
  if (type) return parsed(type);
  if (key === 'externalrelay') return refused('acceptedDomain.externalRelay');
  return refused('acceptedDomain.unknownType', { value: text.slice(0, 80) });
}

/** What saving does to one line's domain. `repeated`: an earlier line has it already, and counts. */
export type PlannedDomain = Readonly<{ at: number; text: string }> &
  (
    | Readonly<{ result: 'added' | 'same'; accepted: AcceptedDomain }>
    | Readonly<{ result: 'changed'; accepted: AcceptedDomain; before: AcceptedDomain }>
    | Readonly<{ result: 'repeated'; domain: string }>
    | Readonly<{ result: 'unreadable'; finding: Finding }>
  );

/** One answer for each line, in their order. `fallback` is the type of a new domain whose line says none. */
export function planDomains(
  lines: readonly DomainLine[],
  known: readonly AcceptedDomain[],
  fallback: AcceptedDomainType,
): PlannedDomain[] {
  const byName = new Map(known.map((accepted) => [accepted.domain, accepted]));
  const seen = new Set<string>();
  return lines.map(({ at, text, said }): PlannedDomain => {
    if (!said.ok) return { at, text, result: 'unreadable', finding: said.finding };
    const { domain } = said.value;
    if (seen.has(domain)) return { at, text, result: 'repeated', domain };
    seen.add(domain);
    const before = byName.get(domain);
    const accepted = acceptedDomain(said.value, before ?? { type: fallback });
    if (!before) return { at, text, result: 'added', accepted };
    const result = isSameDomain(before, accepted) ? 'same' : 'changed';
    return result === 'same' ? { at, text, result, accepted } : { at, text, result, accepted, before };
  });
}

type Known = Readonly<{ type: AcceptedDomainType; isDefault?: boolean; matchSubDomains?: boolean }>;

/** What is said of a domain, on top of what is known of it. Only an internal relay has subdomains. */
export function acceptedDomain(said: SaidDomain, known: Known): AcceptedDomain {
  const type = said.type ?? known.type;
  const isDefault = said.isDefault ?? known.isDefault ?? false;
  const { domain } = said;
  if (type === 'authoritative') return { type, domain, isDefault };
  return { type, domain, isDefault, matchSubDomains: said.matchSubDomains ?? known.matchSubDomains ?? false };
}

export const matchesSubDomains = (accepted: AcceptedDomain): boolean =>
  accepted.type === 'internalRelay' && accepted.matchSubDomains;

export const isSameDomain = (one: AcceptedDomain, other: AcceptedDomain): boolean =>
  one.type === other.type &&
  one.isDefault === other.isDefault &&
  matchesSubDomains(one) === matchesSubDomains(other);
