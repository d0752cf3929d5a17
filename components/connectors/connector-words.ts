// A connector's settings in the sentences of EAC's review screen, as data: blocks with a title and lines. Screens,
// the printed report and its plain text all show these.
import { useTranslations } from 'next-intl';
import { recordOf } from '@/lib/exchange/connector-record';
import { type Connector, type OutboundConnector, patternsOf } from '@/lib/mailflow/connector';
import { formatDomainPattern } from '@/lib/mailflow/domain-pattern';
import { chosenSettings, settingText } from '@/lib/mailflow/exchange-origin';
import { endsOf } from '@/lib/mailflow/scenario';
import { formatSmartHost } from '@/lib/mailflow/smart-host';
import { useAdvancedBlock } from './advanced-words';
import { type Block, KEPT_BLOCK } from './connector-blocks';
import { useInboundBlocks } from './inbound-words';

/** The blocks of a connector. `saved`: as it is; otherwise what saving will do. */
export function useConnectorWords(): (connector: Connector, saved: boolean) => Block[] {
  const common = useCommonBlocks();
  const outbound = useOutboundBlocks();
  const inbound = useInboundBlocks();
  const kept = useKeptBlock();
  return (connector, saved) => [
    ...common(connector, saved),
    ...(connector.direction === 'outbound' ? outbound(connector) : inbound(connector)),
    ...kept(connector),
  ];
}

/** What Exchange knows beyond the console, where somebody may have chosen it and it still stands. */
function useKeptBlock() {
  const t = useTranslations('connectors');
  return (connector: Connector): Block[] => {
    const record = recordOf(connector);
    const lines = chosenSettings(connector.exchange)
      .filter(({ name, value }) => record[name] === value)
      .map(({ name, value }) => `${name} = ${settingText(value)}`);
    return lines.length === 0 ? [] : [{ id: KEPT_BLOCK, title: t('blocks.exchange'), lines }];
  };
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
    const also = scope.kind === 'recipientDomains' ? [] : patternsOf(scope).map(formatDomainPattern);
    const lines = also.length > 0 ? [use, t('scopeSentence.also', { domains: also.join(', ') })] : [use];
    const routing =
      delivery.by === 'mx'
        ? t(connector.partnerKind === 'partner' ? 'routingSentence.mx' : 'routingSentence.mxOfRecipient')
        : t('routingSentence.smartHosts', { hosts: delivery.hosts.map(formatSmartHost).join(', ') });
    const security =
      tls.level === 'domainValidation'
        ? t('tlsSentence.domainValidation', { domain: tls.domain })
        : t(`tlsSentence.${tls.level}`);
    return [
      { id: 'scope', title: t('blocks.scope'), lines },
      { id: 'routing', title: t('blocks.routing'), lines: [routing] },
      { id: 'security', title: t('blocks.security'), lines: [security] },
      ...advanced('securityAdvanced', connector),
    ];
  };
}
