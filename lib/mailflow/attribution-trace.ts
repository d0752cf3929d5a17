// What attributing a connection answers: which inbound connector it belongs to, why, and what the service would reply.
// Codes and values, never prose: the words stand in messages/*/attribution.json.
import type { Finding, FindingParams } from './finding';
import type { Named } from './mail-setup';

/** A connection to Office 365, as its server saw it. */
export type InboundConnection = Readonly<{
  /** The address it comes from, as typed. Left out: not known. */
  ip?: string;
  tls: boolean;
  /** Subject and alternative names of the client's certificate; none where it showed none. */
  certificateNames: readonly string[];
  /** Its chain is complete and leads to a CA that the service trusts. */
  certificateTrusted: boolean;
  /** As typed; `''` and `<>` are the empty sender of bounces. */
  mailFrom: string;
  rcptTo: readonly string[];
  /** Set-OrganizationConfig -RejectDirectSend; left out: not known. */
  rejectDirectSend?: boolean;
}>;

/** Why the connection belongs to its connector, in the order in which the service looks (as far as it is documented). */
export const ATTRIBUTION_REASONS = [
  'organizationCertificate',
  'organizationCertificateWildcard',
  'organizationAddress',
  'partnerCertificate',
  'partnerAddress',
  'partnerSenderDomain',
  'partnerSenderSuffix',
  'partnerEverySender',
  'none',
] as const;
export type AttributionReason = (typeof ATTRIBUTION_REASONS)[number];

/** Why another connector of the same connection is not the one. */
export const ATTRIBUTION_BEATEN = [
  'laterInOrder',
  'lessSpecific',
  'tieName',
  'restrictionWins',
  'off',
] as const;
export type AttributionBeatenReason = (typeof ATTRIBUTION_BEATEN)[number];

export type AttributionBeaten = Readonly<{
  connector: Named;
  reason: AttributionBeatenReason;
  match: AttributionReason;
  value: string;
  wouldWin: boolean;
}>;

/** What becomes of the message for one recipient, and why. */
export const ATTRIBUTION_VERDICTS = {
  // taken
  ownRecipient: 'accepted',
  anonymous: 'accepted',
  relay: 'accepted',
  // refused
  relayNoConnector: 'refused',
  relayNoAcceptedDomain: 'refused',
  relayFromPartner: 'refused',
  tlsMissing: 'refused',
  certificateMissing: 'refused',
  certificateOther: 'refused',
  certificateUntrusted: 'refused',
  addressOther: 'refused',
  directSend: 'refused',
  // nobody can say
  addressUnknown: 'unknown',
  unreadable: 'unknown',
} as const satisfies Record<string, 'accepted' | 'refused' | 'unknown'>;
export type AttributionVerdictCode = keyof typeof ATTRIBUTION_VERDICTS;

/** `text` is what the service says after the code, as far as it was seen. */
export type SmtpReply = Readonly<{ code: string; text: string }>;

export type AttributionNoteCode = (typeof ATTRIBUTION_NOTES)[number];
/** What is not certain, or worth knowing, about an answer. */
export const ATTRIBUTION_NOTES = [
  'certificateBeforeAddress',
  'orderInferred',
  'replyInferred',
  'directSendUnknown',
  'certificateNotAccepted',
  'emptySender',
  'associatedDomains',
  'ipv6',
  'tie',
] as const;
export type AttributionNote = Readonly<{ code: AttributionNoteCode; params?: FindingParams }>;

export type AttributedRecipient = Readonly<{
  to: string;
  address?: string;
  problem?: Finding;
  code: AttributionVerdictCode;
  verdict: 'accepted' | 'refused' | 'unknown';
  params: FindingParams;
  reply?: SmtpReply;
}>;

export type Attribution = Readonly<{
  winner?: Named;
  reason: AttributionReason;
  /** What of the connection matched: a name, a range, a pattern. */
  value?: string;
  ambiguous: boolean;
  beaten: readonly AttributionBeaten[];
  recipients: readonly AttributedRecipient[];
  /** What was wrong with the connection's own fields, each with its field. */
  problems: readonly Finding[];
  notes: readonly AttributionNote[];
}>;
