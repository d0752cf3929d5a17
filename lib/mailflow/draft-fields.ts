// Which of a draft's fields count: those of its scenario, as far as earlier choices have not made them moot.
import type { Delivery } from './connector';
import { type ConnectorDraft, type DraftField, draftFields, emptyDraft } from './connector-draft';
import { stepOfField } from './connector-steps';
import { CHOICES, scenarioOf } from './scenario';

/** What the draft may choose from: its scenario's ways, and the one that only an import brought. */
export function deliveriesOf(draft: ConnectorDraft): readonly Delivery['by'][] {
  const scenario = scenarioOf(draft);
  const offered = scenario ? CHOICES[scenario].deliveries : (['smartHosts'] as const);
  const { delivery, exchange } = draft;
  return exchange && delivery !== '' && !offered.includes(delivery) ? [delivery, ...offered] : offered;
}

/** How an outbound draft delivers: chosen, or the only way. */
export function deliveryOf(draft: ConnectorDraft): ConnectorDraft['delivery'] {
  const [only, other] = deliveriesOf(draft);
  return only && !other ? only : draft.delivery;
}

const trustsCa = (draft: ConnectorDraft) => draft.tlsRequired && draft.tlsCertificate === 'trustedCa';
const knownByAddress = (draft: ConnectorDraft) => draft.identifiedBy === 'ipAddresses';

/** The choices that a field hangs on. A field that isn't here counts wherever its scenario shows it. */
const HANGS_ON: Partial<Record<DraftField, (draft: ConnectorDraft) => boolean>> = {
  recipientDomains: (draft) => draft.scope === 'recipientDomains',
  alsoRecipientDomains: (draft) => draft.scope === 'acceptedDomains',
  delivery: (draft) => deliveriesOf(draft).length > 1,
  smartHosts: (draft) => deliveryOf(draft) === 'smartHosts',
  tlsCertificate: (draft) => draft.tlsRequired,
  tlsMatchDomain: trustsCa,
  tlsDomain: (draft) => trustsCa(draft) && draft.tlsMatchDomain,
  senderCertificateName: (draft) =>
    draft.from === 'organization'
      ? draft.identifiedBy === 'certificate'
      : draft.rejectWithoutTls && draft.rejectOtherCertificates,
  senderDomains: (draft) => draft.identifiedBy === 'senderDomains',
  senderIpAddresses: knownByAddress,
  rejectOtherCertificates: (draft) => draft.rejectWithoutTls,
  rejectOtherAddresses: (draft) => !knownByAddress(draft),
  allowedIpAddresses: (draft) => !knownByAddress(draft) && draft.rejectOtherAddresses,
  skippedAddresses: (draft) => draft.enhancedFiltering === 'addresses',
  filteredUsers: (draft) => draft.enhancedFiltering !== 'nothing',
};

/** True where the field's value is part of the connector that the draft describes. */
export const counts = (draft: ConnectorDraft, field: DraftField): boolean =>
  stepOfField(draft, field) !== undefined && (HANGS_ON[field]?.(draft) ?? true);

/** The draft with every field that doesn't count set back, so that two drafts of one connector are equal. */
export function settled(draft: ConnectorDraft): ConnectorDraft {
  return Object.assign(
    { ...emptyDraft(), exchange: draft.exchange },
    ...draftFields()
      .filter((field) => counts(draft, field))
      .map((field) => ({ [field]: draft[field] })),
  );
}
