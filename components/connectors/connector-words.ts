// A connector's settings in the sentences of EAC's review screen, as data: blocks with a title and lines. Screens,
// the printed report and its plain text all show these.
import { useTranslations } from 'next-intl';
import type { Connector, OutboundConnector } from '@/lib/mailflow/connector';
import { formatDomainPattern } from '@/lib/mailflow/domain-pattern';
import { endsOf } from '@/lib/mailflow/scenario';
import { formatSmartHost } from '@/lib/mailflow/smart-host';
import { useAdvancedBlock } from './advanced-words';
import type { Block } from './connector-blocks';
import { useInboundBlocks } from './inbound-words';

/** The blocks of a connector. `saved`: as it is; otherwise what saving will do. */
export function useConnectorWords(): (connector: Connector, saved: boolean) => Block[] {
  const common = useCommonBlocks();
  const outbound = useOutboundBlocks();
  const inbound = useInboundBlocks();
  return (connector, saved) => [
    ...common(connector, saved),
    ...(connector.direction === 'outbound' ? outbound(connector) : inbound(connector)),
  ];
}

function useCommonBlocks() {
  const t = useTranslations('connectors');
  const status = (enabled: boolean, saved: boolean) => {
    if (saved) return enabled ? t('statusSentence.on') : t('statusSentence.off');
    return enabled ? t('statusSentence.onAfterSaving') : t('statusSentence.offAfterSaving');
  };
  return (connector: Connector, saved: boolean): Block[] => {
    const { name, description, enabled, retainInternalHeaders, partnerKind: whose } = connector;
    const { from, to } = endsOf(connector);
    return [
      {
        id: 'scenario',
        title: t('blocks.scenario'),
        lines: [
          t('blocks.from', { endpoint: t(`endpoint.${from}`) }),
          t('blocks.to', { endpoint: t(`endpoint.${to}`) }),
        ],
      },
      { id: 'name', title: t('blocks.name'), lines: [name, description || t('blocks.noDescription')] },
      {
        id: 'status',
        title: t('blocks.status'),
        lines: [
          status(enabled, saved),
          retainInternalHeaders
            ? t('statusSentence.retainHeaders', { whose })
            : t('statusSentence.dropHeaders'),
        ],
      },
    ];
  };
}

function useOutboundBlocks() {
  const t = useTranslations('connectors');
  const advanced = useAdvancedBlock();
  return (connector: OutboundConnector): Block[] => {
    const { scope, delivery, tls } = connector;
    const use =
      scope.kind === 'recipientDomains'
        ? t('scopeSentence.recipientDomains', { domains: scope.domains.map(formatDomainPattern).join(', ') })
        : t(`scopeSentence.${scope.kind}`);
    const routing =
      delivery.by === 'mx'
        ? t('routingSentence.mx')
        : t('routingSentence.smartHosts', { hosts: delivery.hosts.map(formatSmartHost).join(', ') });
    const security =
      tls.level === 'domainValidation'
        ? t('tlsSentence.domainValidation', { domain: tls.domain })
        : t(`tlsSentence.${tls.level}`);
    return [
      { id: 'scope', title: t('blocks.scope'), lines: [use] },
      { id: 'routing', title: t('blocks.routing'), lines: [routing] },
      { id: 'security', title: t('blocks.security'), lines: [security] },
      ...advanced('securityAdvanced', connector),
    ];
  };
}
