// A recipient domain pattern: `contoso.com`, `*.contoso.com`, or the lone `*` for every domain.

import { type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, parseHostName, trimBlanks } from './host-name';

/** `suffix` stands for `*.domain`: every domain below it. */
export type DomainPattern =
  | Readonly<{ kind: 'exact'; domain: string }>
  | Readonly<{ kind: 'suffix'; domain: string }>
  | Readonly<{ kind: 'any' }>;

/**
 * Text → pattern. The wildcard is only ever the whole leading label (`a.*.b` and `*.*.com` are refused),
 * and never stands before a single label (`*.com`).
 * @see New-OutboundConnector -RecipientDomains
 */
export function parseDomainPattern(text: string): Parsed<DomainPattern> {
  const trimmed = trimBlanks(text);
  if (trimmed === '*') return parsed({ kind: 'any' });
  if (!trimmed.startsWith('*.')) {
    if (trimmed.includes('*') && !trimmed.includes('://')) return wildcardPlace(trimmed);
    const domain = parseHostName(trimmed);
    return domain.ok ? parsed({ kind: 'exact', domain: domain.value }) : domain;
  }
  const rest = trimmed.slice(2);
  if (rest === '' || rest.includes('*')) return wildcardPlace(trimmed);
  if (/\s/.test(rest) && !hasControlCharacters(rest))
    return refused('host.spaces', { value: trimmed.slice(0, 80) });
  const domain = parseHostName(rest);
  if (domain.ok) return parsed({ kind: 'suffix', domain: domain.value });
  return domain.finding.code === 'host.notQualified'
    ? refused('pattern.wildcardTooWide', { value: trimmed.slice(0, 80) })
    : domain;
}

const wildcardPlace = (text: string) => refused('pattern.wildcardPlace', { value: text.slice(0, 80) });

/** The spelling that parses to the same pattern. */
export function formatDomainPattern(pattern: DomainPattern): string {
  if (pattern.kind === 'any') return '*';
  return pattern.kind === 'suffix' ? `*.${pattern.domain}` : pattern.domain;
}

/**
 * True where the pattern takes the domain (lower-case ASCII). As documented in New-OutboundConnector's first example,
 * `*.contoso.com` takes contoso.com too; other articles name only the domains below it.
 */
export function takes(pattern: DomainPattern, domain: string): boolean {
  if (pattern.kind === 'any') return true;
  return domain === pattern.domain || (pattern.kind === 'suffix' && isBelow(domain, pattern.domain));
}

/** True for a domain below `parent`, and not for `parent` itself. */
export const isBelow = (domain: string, parent: string): boolean => domain.endsWith(`.${parent}`);
