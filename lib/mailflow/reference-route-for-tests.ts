// The choice of a connector, slow and obvious: every connector is asked about every pattern, and the list is sorted.
// Shares nothing with route.ts but the types, so that one can be held against the other.
import type { DomainPattern } from './domain-pattern';
import type { KeptConnector, MailSetup } from './mail-setup';

type Mail = Readonly<{ recipient: string; sender: string }>;

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
const below = (domain: string, parent: string) => domain.endsWith(`.${parent}`);
const within = (domain: string, parent: string) => domain === parent || below(domain, parent);

function isAccepted({ acceptedDomains }: MailSetup, domain: string): boolean {
  return acceptedDomains.some(
    (one) =>
      one.domain === domain ||
      (one.type === 'internalRelay' && one.matchSubDomains && below(domain, one.domain)),
  );
}

/** 1,000 for exact, 100 and more for wildcards by their length, 2 for all accepted domains, 1 for `*`, 0 for none. */
function strength(setup: MailSetup, { connector }: KeptConnector, domain: string): number {
  if (connector.direction === 'inbound' || !connector.enabled || connector.testMode) return 0;
  if (connector.scope.kind === 'transportRule') return 0;
  const one = (pattern: DomainPattern): number => {
    if (pattern.kind === 'any') return 1;
    if (pattern.kind === 'exact') return pattern.domain === domain ? 1_000 : 0;
    return within(domain, pattern.domain) ? 100 + pattern.domain.length : 0;
  };
  const { scope } = connector;
  if (scope.kind === 'recipientDomains') return Math.max(...scope.domains.map(one));
  return Math.max(isAccepted(setup, domain) ? 2 : 0, ...(scope.also ?? []).map(one));
}

const preferences = ({ connector, health, id }: KeptConnector): (number | string)[] => [
  connector.partnerKind === 'onPremises' ? 0 : 1,
  health === 'passed' ? 0 : 1,
  connector.name,
  id,
];

function before(a: KeptConnector, b: KeptConnector): number {
  const [left, right] = [preferences(a), preferences(b)];
  for (const [at, mine] of left.entries()) {
    const theirs = right[at] ?? 0;
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

/** The id of the connector that takes the mail; `unknown` where a rule leads nowhere; undefined where none does. */
export function referenceWinner(setup: MailSetup, mail: Mail): string | undefined {
  const byRule = referenceRule(setup, mail);
  if (byRule !== undefined) return byRule;
  const domain = domainOf(mail.recipient);
  const asked = setup.connectors.map((kept) => ({ kept, strength: strength(setup, kept, domain) }));
  const [best] = asked
    .filter((one) => one.strength > 0)
    .sort((a, b) => b.strength - a.strength || before(a.kept, b.kept));
  return best?.kept.id;
}

function referenceRule({ transportRules, connectors }: MailSetup, mail: Mail): string | undefined {
  let answer: string | undefined;
  const inOrder = [...transportRules].sort(
    (a, b) => a.rule.priority - b.rule.priority || (a.id < b.id ? -1 : 1),
  );
  for (const { rule } of inOrder) {
    /** Undefined where nobody can say. */
    const holds = (condition: (typeof rule.conditions)[number]): boolean | undefined => {
      if (condition.kind === 'recipientDomainIs')
        return condition.domains.some((domain) => within(domainOf(mail.recipient), domain));
      if (condition.kind === 'senderDomainIs')
        return condition.domains.some((domain) => within(domainOf(mail.sender), domain));
      if (condition.kind === 'other') return undefined;
      if (condition.kind === 'recipientMemberOf')
        return condition.members.length === 0 ? undefined : condition.members.includes(mail.recipient);
      throw new Error(`The reference does not know ${condition.kind}.`);
    };
    const isFor = rule.conditions.every((one) => holds(one) === true);
    if (!rule.enabled || !isFor || !rule.exceptions.every((one) => holds(one) === false)) continue;
    const { connector: to } = rule;
    const target = connectors.find(({ id, connector }) =>
      to.by === 'id' ? id === to.id : connector.name.toLowerCase() === to.name.toLowerCase(),
    );
    const fit =
      target?.connector.direction === 'outbound' && target.connector.enabled && !target.connector.testMode;
    answer = fit ? target.id : 'unknown';
    if (rule.stopProcessing) break;
  }
  return answer;
}
