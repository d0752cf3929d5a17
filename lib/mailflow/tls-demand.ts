// Holds the facts of a TLS handshake against what a connector demands. Has its own name matcher, because the
// demand may itself be a wildcard, which no library matches.
import type { CertificateFacts, TlsFacts } from './observation';
import type { SmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

/**
 * True where mail may be handed over on this connection; `tls` is undefined where it stays in clear text.
 * As Exchange Online's TlsSettings: the host's own name is not compared at any level, only TlsDomain is.
 * @see New-OutboundConnector -TlsSettings
 */
export function meetsTlsDemand(policy: TlsPolicy, tls: TlsFacts | undefined, now: Date): boolean {
  if (policy.level === 'opportunistic') return true;
  if (!tls) return false;
  if (policy.level === 'encryptionOnly') return true;
  const [leaf] = tls.certificates;
  if (tls.chain !== 'ok' || !leaf || !isInForce(leaf, now)) return false;
  return policy.level === 'certificateValidation' || coversDomain(leaf, policy.domain);
}

/** True between the certificate's two dates. Dates that can't be read count as not in force. */
export const isInForce = ({ validFrom, validTo }: CertificateFacts, now: Date): boolean =>
  Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo);

/** The DNS names of a certificate, as written; its common name only where it has none (RFC 6125 section 6.4.4). */
export function dnsNames({ subjectAlternativeNames, commonName }: CertificateFacts): readonly string[] {
  const names = subjectAlternativeNames.filter((name) => !name.startsWith('IP:'));
  return names.length > 0 || commonName === undefined ? names : [commonName];
}

/**
 * True where the certificate satisfies TlsDomain: `mail.contoso.com` by that name or a wildcard one label above it;
 * `*.contoso.com` by the same wildcard or by any name below contoso.com.
 */
export const coversDomain = (certificate: CertificateFacts, domain: string): boolean =>
  namesForDomain(certificate, domain).length > 0;

/** True where one of the certificate's names covers `host`, a name or an address. */
export const coversHost = (certificate: CertificateFacts, host: string): boolean =>
  namesForHost(certificate, host).length > 0;

/** What a certificate's names are held against, and those that answer to it. */
export type NameMatch = Readonly<{
  by: 'tlsDomain' | 'hostName';
  wanted: string;
  matching: readonly string[];
  /** False where the connector does not compare names: then it is only worth knowing. */
  isDemanded: boolean;
}>;

/** The comparisons for a server: TlsDomain first where the connector has one, and its own name where it has one. */
export function nameMatches(certificate: CertificateFacts, policy: TlsPolicy, host: SmartHost): NameMatch[] {
  const domain = policy.level === 'domainValidation' ? [policy.domain] : [];
  const name = host.kind === 'name' ? [host.host] : [];
  return [
    ...domain.map((wanted) => ({
      by: 'tlsDomain' as const,
      wanted,
      matching: namesForDomain(certificate, wanted),
      isDemanded: true,
    })),
    ...name.map((wanted) => ({
      by: 'hostName' as const,
      wanted,
      matching: namesForHost(certificate, wanted),
      isDemanded: false,
    })),
  ];
}

const namesForDomain = (certificate: CertificateFacts, domain: string): string[] =>
  matchingNames(dnsNames(certificate), domain);

/**
 * Those of a certificate's names that answer to a demand: to `mail.contoso.com` that name or a wildcard one label above
 * it, to `*.contoso.com` the same wildcard or any name below contoso.com.
 */
export function matchingNames(names: readonly string[], demanded: string): string[] {
  const demand = normal(demanded);
  return names.filter((name) =>
    demand.startsWith('*.') ? normal(name).endsWith(demand.slice(1)) : covers(normal(name), demand),
  );
}

function namesForHost(certificate: CertificateFacts, host: string): string[] {
  const address = `IP:${host}`;
  return [
    ...certificate.subjectAlternativeNames.filter((name) => name === address),
    ...dnsNames(certificate).filter((name) => covers(normal(name), normal(host))),
  ];
}

const normal = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** A wildcard stands for exactly one whole label, the first, and never for one right below the root (RFC 6125). */
function covers(name: string, wanted: string): boolean {
  if (name === wanted) return !name.includes('*');
  const above = wanted.slice(wanted.indexOf('.'));
  return name.startsWith('*.') && name.slice(1) === above && above.slice(1).includes('.');
}
