// Whether a rule is for a message and one of its recipients. Three answers: yes, no, and what would have to be known.
// Recipients are asked one by one: a rule takes those that fit and leaves the others of the message alone, which is
// documented for words and patterns in recipients' addresses and inferred for the other conditions.
import { type AcceptedLookup, parentsOf } from './accepted-lookup';
import type { Recipient } from './recipient';
import type { RuleMessage } from './rule-message';
import { fitsPattern } from './text-pattern';
import type { RuleCondition, RuleConditionKind, TransportRule } from './transport-rule';

/**
 * What would have to be known. `members`: who is in the group; `verdict`: Exchange's own, on a predicate that nobody else can
 * judge.
 */
export type Missing = Readonly<
  | { what: 'sender' | 'headers' | 'size' }
  | { what: 'members'; group: string }
  | { what: 'verdict'; parameter: string }
>;
type Answer = boolean | Missing;
type Test = (message: RuleMessage, recipient: Recipient) => Answer;

/** `at` counts conditions, or exceptions, from 0. */
export type RuleAnswer =
  | Readonly<{ is: 'yes' }>
  | Readonly<{ is: 'condition' | 'exception'; at: number }>
  | Readonly<{ is: 'undecided'; missing: readonly Missing[] }>;

export type RuleTest = (message: RuleMessage, recipient: Recipient) => RuleAnswer;

const YES: RuleAnswer = { is: 'yes' };
const NOTHING: readonly Missing[] = [];
const SENDER: Missing = { what: 'sender' };
const HEADERS: Missing = { what: 'headers' };
const SIZE: Missing = { what: 'size' };

/** All conditions must hold and no exception; a `no` counts for more than something that is not known. */
export function ruleTest(rule: TransportRule, accepted: AcceptedLookup): RuleTest {
  const conditions = rule.conditions.map((one) => conditionTest(one, accepted));
  const exceptions = rule.exceptions.map((one) => conditionTest(one, accepted));
  return (message, recipient) => {
    let missing = NOTHING;
    for (const [at, test] of conditions.entries()) {
      const answer = test(message, recipient);
      if (answer === false) return { is: 'condition', at };
      if (answer !== true) missing = also(missing, answer);
    }
    for (const [at, test] of exceptions.entries()) {
      const answer = test(message, recipient);
      if (answer === true) return { is: 'exception', at };
      if (answer !== false) missing = also(missing, answer);
    }
    return missing.length > 0 ? { is: 'undecided', missing } : YES;
  };
}

const also = (missing: readonly Missing[], one: Missing): readonly Missing[] =>
  missing.includes(one) ? missing : [...missing, one];

type Kind<K extends RuleConditionKind> = Extract<RuleCondition, { kind: K }>;
type Tests = { [K in RuleConditionKind]: (condition: Kind<K>, accepted: AcceptedLookup) => Test };

const aboutRecipient =
  (fits: (recipient: Recipient) => boolean): Test =>
  (_message, recipient) =>
    fits(recipient);

const aboutSender =
  (fits: (sender: Recipient) => boolean): Test =>
  ({ sender }) => {
    if (sender === undefined) return SENDER;
    // An empty sender has no address and no domain; documented: rules can't look for it.
    return sender !== null && fits(sender);
  };

const aboutHeader =
  (header: string, fits: (value: string) => boolean): Test =>
  ({ headers }) =>
    headers === undefined ? HEADERS : (headers.get(header.toLowerCase()) ?? []).some(fits);

/** "Domain predicates handle subdomain match" (Exchange's own error text); the articles say so since May 2023. */
function inDomains(domains: readonly string[]): (mailbox: Recipient) => boolean {
  const known = new Set(domains);
  return ({ domain }) => {
    if (known.has(domain)) return true;
    for (const parent of parentsOf(domain)) if (known.has(parent)) return true;
    return false;
  };
}

function isOneOf(addresses: readonly string[]): (mailbox: Recipient) => boolean {
  const known = new Set(addresses.map((address) => address.toLowerCase()));
  return ({ address }) => known.has(address.toLowerCase());
}

type Group = Kind<'recipientMemberOf' | 'senderMemberOf'>;

/** Nobody has told who is in it, so nobody is known to be outside. */
const inGroup = ({ group, members }: Group, about: typeof aboutRecipient | typeof aboutSender): Test =>
  members.length === 0 ? unknown({ what: 'members', group }) : about(isOneOf(members));

const unknown =
  (missing: Missing): Test =>
  () =>
    missing;

const fitsOneOf =
  (patterns: readonly string[]) =>
  (text: string): boolean =>
    patterns.some((pattern) => fitsPattern(pattern, text));

const inScope =
  (scope: 'internal' | 'external', accepted: AcceptedLookup) =>
  ({ domain }: Recipient): boolean =>
    (accepted(domain) !== undefined) === (scope === 'internal');

const addressFits = (patterns: readonly string[]) => {
  const fits = fitsOneOf(patterns);
  return ({ address }: Recipient): boolean => fits(address);
};

const TESTS: Tests = {
  recipientDomainIs: ({ domains }) => aboutRecipient(inDomains(domains)),
  recipientIs: ({ addresses }) => aboutRecipient(isOneOf(addresses)),
  recipientMatches: ({ patterns }) => aboutRecipient(addressFits(patterns)),
  recipientMemberOf: (condition) => inGroup(condition, aboutRecipient),
  recipientScope: ({ scope }, accepted) => aboutRecipient(inScope(scope, accepted)),
  senderDomainIs: ({ domains }) => aboutSender(inDomains(domains)),
  senderIs: ({ addresses }) => aboutSender(isOneOf(addresses)),
  senderMatches: ({ patterns }) => aboutSender(addressFits(patterns)),
  senderMemberOf: (condition) => inGroup(condition, aboutSender),
  senderScope: ({ scope }, accepted) => aboutSender(inScope(scope, accepted)),
  headerContains: ({ header, words }) => {
    const wanted = words.map((word) => word.toLowerCase());
    return aboutHeader(header, (value) => {
      const text = value.toLowerCase();
      return wanted.some((word) => text.includes(word));
    });
  },
  headerMatches: ({ header, patterns }) => aboutHeader(header, fitsOneOf(patterns)),
  sizeAtLeast:
    ({ bytes }) =>
    (message) =>
      message.bytes === undefined ? SIZE : message.bytes >= bytes,
  other: ({ parameter }) => unknown({ what: 'verdict', parameter }),
};

function conditionTest<K extends RuleConditionKind>(condition: Kind<K>, accepted: AcceptedLookup): Test {
  const test = TESTS[condition.kind as K] as Tests[K];
  return test(condition, accepted);
}
