// Which mail a connector is for, in a few words that can begin a sentence.
import { useTranslations } from 'next-intl';
import { type Connector, patternsOf } from '@/lib/mailflow/connector';
import { type DomainPattern, formatDomainPattern } from '@/lib/mailflow/domain-pattern';
import { formatIpRange, type IpRange } from '@/lib/mailflow/ip-range';

/** "Mail to fabrikam.com and 2 more domains". */
export function useMailWords(): (connector: Connector) => string {
  const t = useTranslations('life');
  const counted = (key: 'toDomains' | 'fromDomains' | 'fromAddresses', [first = '', ...more]: string[]) =>
    t(`mail.${key}`, { first, more: more.length });
  const domains = (key: 'toDomains' | 'fromDomains', patterns: readonly DomainPattern[]) =>
    patterns.some(({ kind }) => kind === 'any')
      ? t(key === 'toDomains' ? 'mail.anyDomain' : 'mail.anySender')
      : counted(key, patterns.map(formatDomainPattern));
  const addresses = (ranges: readonly IpRange[]) => counted('fromAddresses', ranges.map(formatIpRange));
  return (connector) => {
    if (connector.direction === 'outbound') {
      const { scope } = connector;
      const patterns = patternsOf(scope);
      const isForAll = patterns.some(({ kind }) => kind === 'any');
      return scope.kind === 'recipientDomains' || isForAll
        ? domains('toDomains', patterns)
        : t(`mail.${scope.kind}`);
    }
    if (connector.partnerKind === 'onPremises') {
      const { identification } = connector;
      return identification.by === 'certificate'
        ? t('mail.certificate', { name: identification.certificateName })
        : addresses(identification.addresses);
    }
    return connector.identification.by === 'senderDomains'
      ? domains('fromDomains', connector.identification.domains)
      : addresses(connector.restrictions.ipAddresses ?? []);
  };
}
