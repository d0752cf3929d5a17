'use client';
import { useTranslations } from 'next-intl';
import { ConnectorBlock } from '@/components/connectors/connector-block';
import { useRuleWords } from '@/components/rules/use-rule-words';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import { matchesSubDomains } from '@/lib/mailflow/accepted-domain-plan';
import type { TransportRule } from '@/lib/mailflow/transport-rule';

/** An accepted domain in read-only blocks, as a connector has them. */
export function DomainBlocks({ accepted }: Readonly<{ accepted: AcceptedDomain }>) {
  const t = useTranslations('exchange.plan.blocks');
  const types = useTranslations('domains.type');
  return (
    <div>
      <ConnectorBlock title={t('type')}>
        <p>{types(accepted.type)}</p>
        {matchesSubDomains(accepted) && <p>{t('subDomains')}</p>}
        {accepted.isDefault && <p>{t('default')}</p>}
      </ConnectorBlock>
    </div>
  );
}

/** A rule in read-only blocks; its connector by name where that is told. */
export function RuleBlocks({ rule }: Readonly<{ rule: TransportRule }>) {
  const t = useTranslations('exchange.plan.blocks');
  const rules = useTranslations('rules');
  const words = useRuleWords();
  return (
    <div>
      <ConnectorBlock title={t('status')}>
        <p>{rules(`status.${rule.enabled ? 'on' : 'off'}`)}</p>
        <p>{t('priority', { priority: rule.priority })}</p>
      </ConnectorBlock>
      <ConnectorBlock title={rules('columns.conditions')}>
        <p>{words(rule)}</p>
      </ConnectorBlock>
      <ConnectorBlock title={t('then')}>
        {rule.connector.by === 'name' && <p>{t('connector', { name: rule.connector.name })}</p>}
        {rule.stopProcessing && <p>{t('stops')}</p>}
      </ConnectorBlock>
    </div>
  );
}
