// A domain for which the organization takes mail. Changes nothing; what is wrong with a list, review says.

/** What Exchange Online knows; ExternalRelay exists on Exchange Server alone. @see Set-AcceptedDomain -DomainType */
export const ACCEPTED_DOMAIN_TYPES = ['authoritative', 'internalRelay'] as const;
export type AcceptedDomainType = (typeof ACCEPTED_DOMAIN_TYPES)[number];

/**
 * `domain` is in lower-case ASCII. `authoritative`: every recipient is known here, others are refused. `internalRelay`:
 * others are handed on, and with `matchSubDomains` (Set-AcceptedDomain -MatchSubDomains) those of subdomains too.
 */
export type AcceptedDomain =
  | Readonly<{ type: 'authoritative'; domain: string; isDefault: boolean }>
  | Readonly<{ type: 'internalRelay'; domain: string; isDefault: boolean; matchSubDomains: boolean }>;
