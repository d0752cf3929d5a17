// How Office 365 knows a sender and what it demands of one, in the sentences of EAC's review screen.
import { useTranslations } from 'next-intl';
import type { InboundConnector, InboundFromOrganization, InboundFromPartner } from '@/lib/mailflow/connector';
import { formatDomainPattern } from '@/lib/mailflow/domain-pattern';
import { formatIpRange, type IpRange } from '@/lib/mailflow/ip-range';
import { useAdvancedBlock } from './advanced-words';
import type { Block } from './connector-blocks';

const listed = (addresses: readonly IpRange[]) => addresses.map(formatIpRange).join(', ');

/** The blocks of a connector to Office 365, behind those that every connector has. */
export function useInboundBlocks(): (connector: InboundConnector) => Block[] {
  const t = useTranslations('connectors');
  const advanced = useAdvancedBlock();

  const fromOrganization = (connector: InboundFromOrganization): Block[] => {
    const { identification } = connector;
    const identity =
      identification.by === 'certificate'
        ? t('identitySentence.certificate', { name: identification.certificateName })
        : t('identitySentence.addresses', { addresses: listed(identification.addresses) });
    return [
      { id: 'authentication', title: t('blocks.authentication'), lines: [identity] },
      ...advanced('authenticationAdvanced', connector),
    ];
  };

  const fromPartner = (connector: InboundFromPartner): Block[] => {
    const { tls, ipAddresses } = connector.restrictions;
    const byDomain = connector.identification.by === 'senderDomains';
    const identity = byDomain
      ? t('identitySentence.partnerDomains', {
          domains: connector.identification.domains.map(formatDomainPattern).join(', '),
        })
      : t('identitySentence.partnerAddresses', { addresses: listed(ipAddresses ?? []) });
    const security = () => {
      if (!tls) return t('restrictionSentence.tlsOptional');
      const { certificateName: name } = tls;
      return name === undefined
        ? t('restrictionSentence.tls')
        : t('restrictionSentence.certificate', { name });
    };
    const origin = (addresses: readonly IpRange[]) =>
      byDomain
        ? t('restrictionSentence.addresses', { addresses: listed(addresses) })
        : t('restrictionSentence.identifiedAddresses');
    return [
      { id: 'authentication', title: t('blocks.authentication'), lines: [identity] },
      {
        id: 'restrictions',
        title: t('blocks.restrictions'),
        lines: [security(), ...(ipAddresses ? [origin(ipAddresses)] : [])],
      },
      ...advanced('restrictionsAdvanced', connector),
    ];
  };

  return (connector) =>
    connector.partnerKind === 'onPremises' ? fromOrganization(connector) : fromPartner(connector);
}
