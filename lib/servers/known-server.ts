// What the set-up tells of the organization's own server: the values to begin with, before anybody has looked at the server.
import { cloudSmartHost, ownDomains } from '../mailflow/cloud-smart-host';
import type { MailSetup } from '../mailflow/mail-setup';

/** '' where the set-up tells nothing. */
export type KnownServer = Readonly<{
  smartHost: string;
  ehloName: string;
  /** The first name that a connector from the organization's servers asks for. */
  tlsCertificateName?: string;
  acceptedDomains: readonly string[];
  /** Connectors that know the organization's servers, by their names. */
  connectors: readonly string[];
}>;

/** What one configuration file can be expected to name. */
const DOMAINS_MAX = 50;

/** Connectors that are on come before those that are off, then by name: the same set-up tells the same. */
export function knownServer({ acceptedDomains, connectors }: MailSetup): KnownServer {
  const own = connectors
    .map(({ connector }) => connector)
    .filter(({ partnerKind }) => partnerKind === 'onPremises')
    .sort((a, b) => Number(b.enabled) - Number(a.enabled) || (a.name < b.name ? -1 : 1));
  const into = own.flatMap((one) =>
    one.direction === 'inbound' && one.partnerKind === 'onPremises' ? [one] : [],
  );
  const [certificate] = into.flatMap(({ identification }) =>
    identification.by === 'certificate' ? [identification.certificateName] : [],
  );
  const smartHosts = own.flatMap((one) =>
    one.direction === 'outbound' && one.delivery.by === 'smartHosts'
      ? one.delivery.hosts.flatMap((host) => (host.kind === 'name' ? [host.host] : []))
      : [],
  );
  const domains = ownDomains(acceptedDomains).map(({ domain }) => domain);
  const [primary] = domains;
  const names = [
    ...(certificate !== undefined && !certificate.startsWith('*') ? [certificate] : []),
    ...smartHosts,
    ...(primary === undefined ? [] : [`mail.${primary}`]),
  ];
  return {
    smartHost: cloudSmartHost(acceptedDomains, certificate) ?? '',
    ehloName: names[0] ?? '',
    ...(certificate !== undefined && { tlsCertificateName: certificate }),
    acceptedDomains: domains.slice(0, DOMAINS_MAX),
    connectors: into.map(({ name }) => name),
  };
}
