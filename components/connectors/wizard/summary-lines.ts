// The connector so far, in short sentences: only what was asked already, in the order of the screens.
import { useFormatter, useTranslations } from 'next-intl';
import type { ConnectorDraft, DraftField, ListField } from '@/lib/mailflow/connector-draft';
import { type StepId, stepOfField } from '@/lib/mailflow/connector-steps';
import { counts } from '@/lib/mailflow/draft-fields';
import { toTlsPolicy } from '@/lib/mailflow/draft-to-connector';
import { advancedDifferences } from '../advanced-differences';

const SHOWN_ENTRIES = 3;

/** One line for each thing that is known of `draft`. A default counts as asked once its screen was visited. */
export function useSummaryLines(draft: ConnectorDraft, visited: readonly StepId[]): string[] {
  const t = useTranslations('wizard');
  const format = useFormatter();

  const asked = (field: DraftField) => {
    const step = stepOfField(draft, field);
    return step !== undefined && visited.includes(step.id) && counts(draft, field);
  };
  const filled = (field: ListField) => counts(draft, field) && draft[field].length > 0;
  const list = (field: ListField) => {
    const entries = draft[field];
    return format.list(entries.length > SHOWN_ENTRIES ? [...entries.slice(0, SHOWN_ENTRIES), '…'] : entries);
  };
  const tls = () => {
    const policy = toTlsPolicy(draft);
    if (!policy) return undefined;
    return policy.level === 'domainValidation'
      ? t('summary.domainValidation', { domain: policy.domain })
      : t(`summary.${policy.level}`);
  };
  const { from, to, scope } = draft;
  const name = draft.senderCertificateName.trim();
  const differing = advancedDifferences(draft).length;

  const lines = [
    from && to && t('summary.from', { from: t(`endpoints.${from}`), to: t(`endpoints.${to}`) }),
    draft.name.trim() && t('summary.name', { name: draft.name.trim() }),
    asked('enabled') && !draft.enabled && t('summary.off'),

    counts(draft, 'scope') &&
      (scope === 'acceptedDomains' || scope === 'transportRule') &&
      t(`summary.${scope}`),
    filled('recipientDomains') && t('summary.recipientDomains', { domains: list('recipientDomains') }),
    counts(draft, 'delivery') &&
      draft.delivery === 'mx' &&
      t(to === 'partner' ? 'summary.mx' : 'summary.mxOfRecipient'),
    filled('smartHosts') && t('summary.smartHosts', { hosts: list('smartHosts') }),
    asked('tlsRequired') && tls(),
    filled('validationRecipients') && t('summary.recipients', { recipients: list('validationRecipients') }),

    filled('senderDomains') && t('summary.senderDomains', { domains: list('senderDomains') }),
    filled('senderIpAddresses') && t('summary.senderIpAddresses', { addresses: list('senderIpAddresses') }),
    asked('rejectWithoutTls') && draft.rejectWithoutTls && t('summary.tlsRejected'),
    counts(draft, 'senderCertificateName') &&
      name &&
      (counts(draft, 'rejectOtherCertificates')
        ? t('summary.certificateRejected', { name })
        : t('summary.certificate', { name })),
    filled('allowedIpAddresses') && t('summary.addressesRejected', { addresses: list('allowedIpAddresses') }),

    differing > 0 && t('summary.advanced', { count: differing }),
  ];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}
