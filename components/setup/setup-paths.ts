// The addresses of one rule and one accepted domain.

/** The rules with this one's panel open. */
export const rulePath = (id: string): string => `/rules?rule=${encodeURIComponent(id)}`;

/** The accepted domains with this one's panel open. */
export const acceptedDomainPath = (domain: string): string =>
  `/accepted-domains?domain=${encodeURIComponent(domain)}`;
