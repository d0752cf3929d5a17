// The columns by which the list shows, sorts and searches a connector, made of its settings.
import { type Connector, patternsOf } from '../mailflow/connector';
import { formatDomainPattern } from '../mailflow/domain-pattern';
import { foldName } from '../mailflow/fold-name';
import { formatIpRange } from '../mailflow/ip-range';
import { formatSmartHost } from '../mailflow/smart-host';
import { foldForSearch } from './folding';

export const listedColumns = (connector: Connector) => ({
  name: connector.name,
  nameKey: foldName(connector.name),
  description: connector.description,
  direction: connector.direction,
  partnerKind: connector.partnerKind,
  enabled: connector.enabled,
  searchText: foldForSearch([connector.name, connector.description, ...searched(connector)].join('\n')),
});

/** The hosts, domains, addresses and certificate names by which somebody looks for a connector. */
function searched(connector: Connector): string[] {
  if (connector.direction === 'outbound') {
    const { scope, delivery, tls } = connector;
    return [
      ...(delivery.by === 'smartHosts' ? delivery.hosts.map(formatSmartHost) : []),
      ...patternsOf(scope).map(formatDomainPattern),
      ...(tls.level === 'domainValidation' ? [tls.domain] : []),
    ];
  }
  const { identification } = connector;
  const restrictions = 'restrictions' in connector ? connector.restrictions : undefined;
  return [
    ...('domains' in identification ? identification.domains.map(formatDomainPattern) : []),
    ...('addresses' in identification ? identification.addresses.map(formatIpRange) : []),
    ...('certificateName' in identification ? [identification.certificateName] : []),
    ...(restrictions?.ipAddresses?.map(formatIpRange) ?? []),
    ...(restrictions?.tls?.certificateName ? [restrictions.tls.certificateName] : []),
    ...connector.associatedAcceptedDomains,
  ];
}
