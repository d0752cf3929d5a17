// A domain for which the organization takes mail. Changes nothing; what is wrong with a list, review says.

import type { ExchangeOrigin } from './exchange-origin';

/** What Exchange Online knows; ExternalRelay exists on Exchange Server alone. @see Set-AcceptedDomain -DomainType */
export const ACCEPTED_DOMAIN_TYPES = ['authoritative', 'internalRelay'] as const;
export type AcceptedDomainType = (typeof ACCEPTED_DOMAIN_TYPES)[number];

/**
 * `domain` is in lower-case ASCII. `authoritative`: every recipient is known here, others are refused. `internalRelay`:
 * others are handed on, and with `matchSubDomains` (Set-AcceptedDomain -MatchSubDomains) those of subdomains too.
 */
export type AcceptedDomain =
  | (Kept & Readonly<{ type: 'authoritative'; domain: string; isDefault: boolean }>)
  | (Kept &
      Readonly<{ type: 'internalRelay'; domain: string; isDefault: boolean; matchSubDomains: boolean }>);

/** Of a domain that was imported. */
type Kept = Readonly<{ exchange?: ExchangeOrigin }>;
