// Which of the settings that EAC's wizard hides are not as the service has them by default.
import type { InboundAdvanced, OutboundAdvanced } from '@/lib/mailflow/connector';
import { type ConnectorDraft, emptyDraft } from '@/lib/mailflow/connector-draft';
import { counts } from '@/lib/mailflow/draft-fields';

/** The fields that stand in a step's advanced section, and how the cmdlets name them. */
export const PARAMETERS = {
  alsoRecipientDomains: 'RecipientDomains',
  smtpDaneMode: 'SmtpDaneMode',
  mtaStsMode: 'MtaStsMode',
  testMode: 'TestMode',
  routeAllViaOnPremises: 'RouteAllMessagesViaOnPremises',
  senderRewriting: 'SenderRewritingEnabled',
  treatAsInternal: 'TreatMessagesAsInternal',
  associatedAcceptedDomains: 'AssociatedAcceptedDomains',
  enhancedFiltering: 'EFSkipLastIP, EFSkipIPs',
  skippedAddresses: 'EFSkipIPs',
  filteredUsers: 'EFUsers',
} as const satisfies Partial<Record<keyof ConnectorDraft, string>> &
  Record<keyof OutboundAdvanced | keyof InboundAdvanced, string>;

export type AdvancedField = keyof typeof PARAMETERS;

const ADVANCED_FIELDS = Object.keys(PARAMETERS) as AdvancedField[];
const DEFAULTS = emptyDraft();

/** The advanced fields that count in `draft` and differ from their defaults, in the order of the screens. */
export const advancedDifferences = (draft: ConnectorDraft): AdvancedField[] =>
  ADVANCED_FIELDS.filter(
    (field) => counts(draft, field) && JSON.stringify(draft[field]) !== JSON.stringify(DEFAULTS[field]),
  );
