// What tracing a message answers: for each recipient the route, why, what was beaten and why, and what is not certain.
// Codes and values, never prose: the words stand in messages/*/routes.json.
import type { Finding, FindingParams } from './finding';
import type { Named } from './mail-setup';

/** A message, as far as a route hangs on it. What is left out is not known, which is not the same as empty. */
export type TraceMessage = Readonly<{
  /** As people type them; each gets its own answer, in this order. */
  recipients: readonly string[];
  /** MAIL FROM as typed; `''` and `<>` are the empty one of bounces. */
  sender?: string;
  headers?: readonly Readonly<{ name: string; value: string }>[];
  bytes?: number;
}>;

/** Why the route is what it is. */
export const ROUTE_REASONS = [
  // a connector takes the message
  'rule',
  'exactDomain',
  'suffix',
  'suffixApex',
  'acceptedDomain',
  'acceptedSubdomain',
  'everyDomain',
  // no connector does
  'authoritativeDefault',
  'internalRelayDefault',
  'externalDefault',
  // nobody can say
  'ruleConnectorMissing',
  'ruleConnectorOff',
  'ruleConnectorTestMode',
  'ruleConnectorInbound',
  'unreadable',
] as const;
export type RouteReason = (typeof ROUTE_REASONS)[number];

/**
 * `connector`: `winner` takes the message. `default`: none does, the service's own routing does what `reason` says.
 * `unknown`: undocumented, or the recipient can't be read.
 */
export type RouteOutcome = 'connector' | 'default' | 'unknown';

/** The route alone, without its explanation. */
export type Route = Readonly<{
  outcome: RouteOutcome;
  reason: RouteReason;
  winner?: Named;
  /** The rule that decided. */
  rule?: Named;
  /** The connector's own pattern that matched, as it is written there. */
  pattern?: string;
  /** The documents don't settle it: a tie, a wildcard's own domain, `*` beside all accepted domains, two rules. */
  ambiguous: boolean;
}>;

/** Why a connector that would take the recipient does not. */
export const BEATEN_REASONS = [
  'lessSpecific',
  'tieOnPremises',
  'tieValidated',
  'tieName',
  'ruleWins',
  'ruleOverruled',
  'off',
  'testMode',
] as const;
export type BeatenReason = (typeof BEATEN_REASONS)[number];

/** `match` is what the connector has for the recipient's domain, or `rule`. */
export type Beaten = Readonly<{
  connector: Named;
  reason: BeatenReason;
  match: RouteReason;
  pattern?: string;
  rule?: Named;
  /** It would take the message if only it were on, or out of test mode. */
  wouldWin: boolean;
}>;

/** What a rule that is on made of the message, for this recipient. */
export const RULE_OUTCOMES = ['took', 'overruled', 'condition', 'exception', 'undecided', 'stopped'] as const;
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

/** `condition` counts from 0 and names the first that did not hold, or the exception that did. */
export type RuleTrace = Readonly<{ rule: Named; outcome: RuleOutcome; condition?: number }>;

/** What to know about an answer. `uncertain`: the sources or the message don't settle it. */
export const ROUTE_NOTES = {
  // how the recipient was read
  sourceRoute: 'info',
  quotedLocalPart: 'info',
  internationalDomain: 'info',
  internationalLocalPart: 'info',
  // what the documents leave open
  tie: 'uncertain',
  apexOfWildcard: 'uncertain',
  everyDomainBesideAccepted: 'uncertain',
  rulesDisagree: 'uncertain',
  ruleTargetNotScoped: 'uncertain',
  routeAllElsewhere: 'uncertain',
  literalListDiffers: 'uncertain',
  // what this message leaves open
  ruleNeedsSender: 'uncertain',
  ruleNeedsHeaders: 'uncertain',
  ruleNeedsSize: 'uncertain',
  ruleNeedsGroup: 'uncertain',
  ruleNotJudged: 'uncertain',
  internalSenderAssumed: 'uncertain',
  sendersDiffer: 'uncertain',
  senderUnreadable: 'uncertain',
  // what follows
  mailboxMayBeHere: 'info',
  loopDanger: 'info',
  subdomainNotAccepted: 'info',
  recipientsApart: 'info',
} as const satisfies Record<string, 'info' | 'uncertain'>;
export type RouteNoteCode = keyof typeof ROUTE_NOTES;
export type RouteNote = Readonly<{ code: RouteNoteCode; params?: FindingParams }>;

/** What the article's numbered list, word for word, would choose: 1 exact, 2 all accepted domains, 3 wildcard. */
export type LiteralVerdict = Readonly<{ winner?: Named; reason: RouteReason; differs: boolean }>;

/** The answer for one recipient; `to` is as it was typed. */
export type RecipientTrace = Route &
  Readonly<{
    to: string;
    /** As it was read: the local part as typed, the domain in lower-case ASCII. Absent where it can't be read. */
    address?: string;
    /** Why it can't be read. */
    problem?: Finding;
    beaten: readonly Beaten[];
    rules: readonly RuleTrace[];
    literal: LiteralVerdict;
    notes: readonly RouteNote[];
  }>;
