// A transport rule, as far as it decides on a route: what must hold, what excludes, which connector. Other actions of
// Exchange's rules are not kept here. The loose form shape is transport-rule-draft.ts.
import type { AtLeastOne } from './connector';
import type { ExchangeOrigin, Json } from './exchange-origin';

/** Where a sender or a recipient stands. @see New-TransportRule -FromScope, -SentToScope */
export const MAIL_SCOPES = ['internal', 'external'] as const;
export type MailScope = (typeof MAIL_SCOPES)[number];

/**
 * What a rule asks of a message; of several values any one will do. Domains are lower-case ASCII and take their
 * subdomains too; addresses are compared without regard to case. Patterns are texts in which `*` stands for anything
 * (text-pattern.ts). A group's members are kept here, because the console knows no directory.
 * @see New-TransportRule: RecipientDomainIs, SentTo, RecipientAddressMatchesPatterns, SentToMemberOf, SentToScope,
 * SenderDomainIs, From, FromAddressMatchesPatterns, FromMemberOf, FromScope, HeaderContains…, HeaderMatches…,
 * MessageSizeOver
 */
export type RuleCondition =
  | Readonly<{ kind: 'recipientDomainIs' | 'senderDomainIs'; domains: AtLeastOne<string> }>
  | Readonly<{ kind: 'recipientIs' | 'senderIs'; addresses: AtLeastOne<string> }>
  | Readonly<{ kind: 'recipientMatches' | 'senderMatches'; patterns: AtLeastOne<string> }>
  /** Without members: nobody has told who they are, and no message can be held against it. */
  | Readonly<{ kind: 'recipientMemberOf' | 'senderMemberOf'; group: string; members: readonly string[] }>
  | Readonly<{ kind: 'recipientScope' | 'senderScope'; scope: MailScope }>
  | Readonly<{ kind: 'headerContains'; header: string; words: AtLeastOne<string> }>
  | Readonly<{ kind: 'headerMatches'; header: string; patterns: AtLeastOne<string> }>
  /** The whole message, attachments and all, has this many bytes or more. */
  | Readonly<{ kind: 'sizeAtLeast'; bytes: number }>
  /**
   * Any other of Exchange's predicates: kept for Exchange, never judged here. `parameter` is the cmdlet's, without ExceptIf.
   */
  | Readonly<{ kind: 'other'; parameter: string; value: Json }>;
export type RuleConditionKind = RuleCondition['kind'];

/** By id, which outlives a new name; by name where a file knows no ids. Names are compared without regard to case. */
export type ConnectorReference = Readonly<{ by: 'id'; id: string }> | Readonly<{ by: 'name'; name: string }>;

/** Without conditions a rule is for every message. */
export type TransportRule = Readonly<{
  /** 1–64 characters, unique without regard to case. */
  name: string;
  enabled: boolean;
  /** 0 comes first. @see New-TransportRule -Priority */
  priority: number;
  /** All must hold. */
  conditions: readonly RuleCondition[];
  /** Any one excludes the message. */
  exceptions: readonly RuleCondition[];
  /** RouteMessageOutboundConnector: "redirect the message to the following connector". */
  connector: ConnectorReference;
  /** StopRuleProcessing: later rules don't see a message that this one took. */
  stopProcessing: boolean;
  /** Of a rule that was imported. */
  exchange?: ExchangeOrigin;
}>;
