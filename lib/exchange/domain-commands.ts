// An accepted domain as Set-AcceptedDomain: in Exchange Online nothing else about it can be said. The domain itself, and
// which is the default one, belong to the Microsoft 365 admin center.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import { type RecordFields, withKept } from './kept-settings';

const DOMAIN_TYPE = { authoritative: 'Authoritative', internalRelay: 'InternalRelay' } as const;

/** The record as Get-AcceptedDomain prints it. */
export function domainRecord(domain: AcceptedDomain): RecordFields {
  const own = {
    DomainName: domain.domain,
    DomainType: DOMAIN_TYPE[domain.type],
    Default: domain.isDefault,
    MatchSubDomains: domain.type === 'internalRelay' && domain.matchSubDomains,
  };
  return withKept(own, domain.exchange);
}
