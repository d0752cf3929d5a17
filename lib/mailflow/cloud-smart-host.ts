// Where a server of the organization's own hands its mail to Microsoft 365: the usual MX target of one of its domains. A guess,
// as only the admin center knows the name.
import type { AcceptedDomain } from './accepted-domain';
import { expectedMx } from './cloud-mx';
import { isBelow } from './domain-pattern';

/**
 * That of the certificate's own domain, if it is accepted; else of the default one, else of any that is not Microsoft's.
 * Undefined where there is none, or where its name is too long for one.
 */
export function cloudSmartHost(domains: readonly AcceptedDomain[], certificate?: string): string | undefined {
  const name = certificate?.replace(/^\*\./, '');
  const ofCertificate = domains
    .filter(({ domain }) => name !== undefined && (name === domain || isBelow(name, domain)))
    .sort((a, b) => b.domain.length - a.domain.length);
  const [found] = [...ofCertificate, ...ownDomains(domains)];
  return found && expectedMx(found.domain);
}

/** Those that are not Microsoft's, the default one first. */
export const ownDomains = (domains: readonly AcceptedDomain[]): readonly AcceptedDomain[] =>
  domains
    .filter(({ domain }) => !domain.endsWith('.onmicrosoft.com'))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.domain < b.domain ? -1 : 1));
