// Which connector takes a message. Compiled once for a set-up, then asked for any number of recipients.
// The rules of choice and how sure they are: docs/decisions/0012-routes.md. With reasons and losers: trace-route.ts.
import type { AcceptedDomain } from './accepted-domain';
import type { AcceptedLookup } from './accepted-lookup';
import { type DomainIndex, indexDomains, routeBy } from './domain-index';
import { levels, split, valueAt } from './domain-table';
import type { KeptConnector, MailSetup, Named } from './mail-setup';
import { plainDomainAt, type Recipient, readRecipient } from './recipient';
import type { Route, RouteReason } from './route-trace';
import { type RuleMessage, UNKNOWN_MESSAGE } from './rule-message';
import { type RuleTest, ruleTest } from './rule-test';
import type { ConnectorReference, TransportRule } from './transport-rule';

export type CompiledRule = Readonly<{
  rule: TransportRule;
  named: Named;
  test: RuleTest;
  target: KeptConnector | undefined;
  /** The route of a message that the rule takes. */
  route: Route;
}>;

export type CompiledRoutes = Readonly<{
  index: DomainIndex;
  acceptedOf: AcceptedLookup;
  /** There are accepted domains. */
  accepting: boolean;
  /** Those that are on, in the order in which the service asks them. */
  rules: readonly CompiledRule[];
  /** Of recipients for which no pattern of their own was found. */
  acceptedRoute: Readonly<Record<'own' | 'below', Route | undefined>>;
  everyRoute: Route | undefined;
  /** Live connectors of centralized mail transport (RouteAllMessagesViaOnPremises). */
  centralized: readonly Named[];
}>;

const byDefault = (reason: RouteReason): Route => ({ outcome: 'default', reason, ambiguous: false });
const AUTHORITATIVE = byDefault('authoritativeDefault');
const INTERNAL_RELAY = byDefault('internalRelayDefault');
const EXTERNAL = byDefault('externalDefault');
export const UNREADABLE: Route = { outcome: 'unknown', reason: 'unreadable', ambiguous: false };

/** Makes the set-up ready for questions; the time is about that of reading it once. */
export function compileRoutes(setup: MailSetup): CompiledRoutes {
  const index = indexDomains(setup);
  const { accepted, acceptedOf, any } = index;
  // Which of the two is stronger on different connectors is undocumented.
  const beside = any.live.length > 0;
  return {
    index,
    acceptedOf,
    accepting: setup.acceptedDomains.length > 0,
    rules: compileRules(setup, acceptedOf),
    acceptedRoute: {
      own: routeBy(accepted, 'acceptedDomain', beside),
      below: routeBy(accepted, 'acceptedSubdomain', beside),
    },
    everyRoute: routeBy(any, 'everyDomain'),
    centralized: index.candidates
      .filter(({ kept, stand }) => stand === 'live' && kept.connector.routeAllViaOnPremises)
      .map(({ named }) => named),
  };
}

/** The route of one recipient as typed, without its explanation: the fast way, for many. */
export function routeOf(
  routes: CompiledRoutes,
  recipient: string,
  message: RuleMessage = UNKNOWN_MESSAGE,
): Route {
  if (routes.rules.length === 0) {
    const at = plainDomainAt(recipient);
    if (at > 0) return routeByDomain(routes, recipient, at);
  }
  const read = readRecipient(recipient);
  return read.ok ? routeOfRead(routes, read.value, message) : UNREADABLE;
}

/** The same for a recipient that was read already. */
export function routeOfRead(routes: CompiledRoutes, recipient: Recipient, message: RuleMessage): Route {
  return routeByRules(routes, recipient, message) ?? routeByDomain(routes, recipient.domain);
}

/**
 * The choice by domain: exact, then the longest `*.suffix`, then all accepted domains, then `*`. The domain begins at
 * `from` and ends with `text`.
 */
export function routeByDomain(routes: CompiledRoutes, text: string, from = 0): Route {
  const { nodes } = routes.index;
  const top = split(text, from, LEVELS) - 1;
  const own = valueAt(nodes, text, LEVELS, top);
  const route = own?.route ?? own?.apexRoute;
  if (route) return route;
  let below: AcceptedDomain | undefined;
  for (let level = top - 1; level >= 0; level -= 1) {
    const above = valueAt(nodes, text, LEVELS, level);
    if (above?.suffixRoute) return above.suffixRoute;
    below ??= above?.acceptedBelow;
  }
  const { acceptedRoute, everyRoute } = routes;
  const accepted = own?.accepted ?? below;
  if (accepted) {
    const byAccepted = own?.accepted ? acceptedRoute.own : acceptedRoute.below;
    if (byAccepted) return byAccepted;
  }
  return everyRoute ?? defaultRoute(accepted?.type);
}

/** Room for one domain at a time: questions are asked and answered in one go. */
const LEVELS = levels();

/** What the service does by itself where no connector takes the recipient. */
export function defaultRoute(type: 'authoritative' | 'internalRelay' | undefined): Route {
  if (type === undefined) return EXTERNAL;
  return type === 'authoritative' ? AUTHORITATIVE : INTERNAL_RELAY;
}

/**
 * Every rule that fits acts, in turn, until one stops the others. Where two name different connectors the later one
 * is taken to overwrite the earlier: nothing is documented, so the route is ambiguous.
 */
function routeByRules(
  { rules }: CompiledRoutes,
  recipient: Recipient,
  message: RuleMessage,
): Route | undefined {
  let taken: CompiledRule | undefined;
  let ambiguous = false;
  for (const rule of rules) {
    if (rule.test(message, recipient).is !== 'yes') continue;
    if (taken && !sameTarget(taken, rule)) ambiguous = true;
    taken = rule;
    if (rule.rule.stopProcessing) break;
  }
  return taken && (ambiguous ? { ...taken.route, ambiguous } : taken.route);
}

export const sameTarget = (a: CompiledRule, b: CompiledRule): boolean =>
  a.target !== undefined && a.target.id === b.target?.id;

function compileRules(setup: MailSetup, acceptedOf: AcceptedLookup): CompiledRule[] {
  const find = connectorFinder(setup.connectors);
  return setup.transportRules
    .filter(({ rule }) => rule.enabled)
    .sort((a, b) => a.rule.priority - b.rule.priority || (a.id < b.id ? -1 : 1))
    .map(({ id, rule }) => {
      const named = { id, name: rule.name };
      const target = find(rule.connector);
      return { rule, named, target, test: ruleTest(rule, acceptedOf), route: ruleRoute(named, target) };
    });
}

/** Finds the connector that a rule means. */
export function connectorFinder(
  connectors: readonly KeptConnector[],
): (reference: ConnectorReference) => KeptConnector | undefined {
  const byId = new Map(connectors.map((kept) => [kept.id, kept]));
  const byName = new Map(connectors.map((kept) => [kept.connector.name.toLowerCase(), kept]));
  return (reference) =>
    reference.by === 'id' ? byId.get(reference.id) : byName.get(reference.name.toLowerCase());
}

/** What a rule's target can't do, as far as it is a reason why nobody can say what becomes of the message. */
export function ruleObstacle(target: KeptConnector | undefined): RouteReason | undefined {
  if (!target) return 'ruleConnectorMissing';
  const { connector } = target;
  if (connector.direction === 'inbound') return 'ruleConnectorInbound';
  if (!connector.enabled) return 'ruleConnectorOff';
  return connector.testMode ? 'ruleConnectorTestMode' : undefined;
}

function ruleRoute(rule: Named, target: KeptConnector | undefined): Route {
  const obstacle = ruleObstacle(target);
  if (obstacle || !target) {
    return { outcome: 'unknown', reason: obstacle ?? 'ruleConnectorMissing', rule, ambiguous: false };
  }
  const winner = { id: target.id, name: target.connector.name };
  return { outcome: 'connector', reason: 'rule', winner, rule, ambiguous: false };
}
