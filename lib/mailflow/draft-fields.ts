// Which of a draft's fields count: those of its scenario, as far as earlier choices have not made them moot.
import { type ConnectorDraft, type DraftField, emptyDraft } from './connector-draft';
import { stepOfField } from './connector-steps';
import { CHOICES, scenarioOf } from './scenario';

/** How an outbound draft delivers: chosen, or the scenario's only way. */
export function deliveryOf(draft: ConnectorDraft): ConnectorDraft['delivery'] {
  const scenario = scenarioOf(draft);
  const [only, other] = scenario ? CHOICES[scenario].deliveries : (['smartHosts'] as const);
  return only && !other ? only : draft.delivery;
}

const trustsCa = (draft: ConnectorDraft) => draft.tlsRequired && draft.tlsCertificate === 'trustedCa';
const knownByAddress = (draft: ConnectorDraft) => draft.identifiedBy === 'ipAddresses';

/** The choices that a field hangs on. A field that isn't here counts wherever its scenario shows it. */
const HANGS_ON: Partial<Record<DraftField, (draft: ConnectorDraft) => boolean>> = {
  recipientDomains: (draft) => draft.scope === 'recipientDomains',
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
  const fresh = emptyDraft();
  const fields = Object.keys(fresh) as DraftField[];
  return Object.assign(
    fresh,
    ...fields.filter((field) => counts(draft, field)).map((field) => ({ [field]: draft[field] })),
  );
}
