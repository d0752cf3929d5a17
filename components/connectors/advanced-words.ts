// The settings that EAC hides, each in a sentence, where they differ from the service's defaults.
import { useTranslations } from 'next-intl';
import type { Connector } from '@/lib/mailflow/connector';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { fromConnector } from '@/lib/mailflow/draft-to-connector';
import { type AdvancedField, advancedDifferences } from './advanced-differences';
import type { Block, BlockId } from './connector-blocks';

type Sentences = Record<AdvancedField, (draft: ConnectorDraft) => string | undefined>;

/** The block of a connector's advanced settings; none where all are as by default. */
export function useAdvancedBlock(): (id: BlockId, connector: Connector) => Block[] {
  const t = useTranslations('connectors');
  const sentences: Sentences = {
    // Stands where the use of the connector does.
    alsoRecipientDomains: () => undefined,
    testMode: () => t('advancedSentence.testMode'),
    smtpDaneMode: ({ smtpDaneMode: mode }) => t('advancedSentence.smtpDaneMode', { mode }),
    mtaStsMode: () => t('advancedSentence.mtaStsMode'),
    routeAllViaOnPremises: () => t('advancedSentence.routeAllViaOnPremises'),
    senderRewriting: () => t('advancedSentence.senderRewriting'),
    treatAsInternal: () => t('advancedSentence.treatAsInternal'),
    associatedAcceptedDomains: ({ associatedAcceptedDomains }) =>
      t('advancedSentence.associatedAcceptedDomains', { domains: associatedAcceptedDomains.join(', ') }),
    // A list of addresses to skip tells it by itself.
    enhancedFiltering: ({ enhancedFiltering }) =>
      enhancedFiltering === 'lastAddress' ? t('advancedSentence.skipLastAddress') : undefined,
    skippedAddresses: ({ skippedAddresses }) =>
      t('advancedSentence.skippedAddresses', { addresses: skippedAddresses.join(', ') }),
    filteredUsers: ({ filteredUsers }) =>
      t('advancedSentence.filteredUsers', { users: filteredUsers.join(', ') }),
  };
  return (id, connector) => {
    const draft = fromConnector(connector);
    const lines = advancedDifferences(draft).flatMap((field) => sentences[field](draft) ?? []);
    return lines.length === 0 ? [] : [{ id, title: t('blocks.advanced'), lines }];
  };
}
