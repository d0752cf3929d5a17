// A connector's settings in the sentences of EAC's review screen.
import { useTranslations } from 'next-intl';
import type { Connector } from '@/lib/mailflow/connector';
import { formatDomainPattern } from '@/lib/mailflow/domain-pattern';
import { formatSmartHost } from '@/lib/mailflow/smart-host';

/** One sentence for each group of settings, in the reader's language. */
export function useConnectorWords() {
  const t = useTranslations('connectors');
  return {
    scope: ({ scope }: Connector): string =>
      scope.kind === 'recipientDomains'
        ? t('scopeSentence.recipientDomains', { domains: scope.domains.map(formatDomainPattern).join(', ') })
        : t(`scopeSentence.${scope.kind}`),
    routing: ({ delivery }: Connector): string =>
      delivery.by === 'mx'
        ? t('routingSentence.mx')
        : t('routingSentence.smartHosts', { hosts: delivery.hosts.map(formatSmartHost).join(', ') }),
    security: ({ tls }: Connector): string =>
      tls.level === 'domainValidation'
        ? t('tlsSentence.domainValidation', { domain: tls.domain })
        : t(`tlsSentence.${tls.level}`),
    /** `saved`: as it is; otherwise what saving will do. */
    status: ({ enabled }: Connector, saved: boolean): string => {
      if (saved) return enabled ? t('statusSentence.on') : t('statusSentence.off');
      return enabled ? t('statusSentence.onAfterSaving') : t('statusSentence.offAfterSaving');
    },
    headers: ({ retainInternalHeaders }: Connector): string =>
      retainInternalHeaders ? t('statusSentence.retainHeaders') : t('statusSentence.dropHeaders'),
  };
}
