// The whole answer about a message: for each recipient the route, why, who was beaten and why, and what is uncertain.
import { parentsOf } from './accepted-lookup';
import { beaten, type DomainMatch, domainMatches, equals, literalVerdict, losers } from './domain-matches';
import { type Recipient, readRecipient } from './recipient';
import { type CompiledRoutes, routeOfRead, UNREADABLE } from './route';
import type { Beaten, RecipientTrace, Route, RouteNote, TraceMessage } from './route-trace';
import { type RuleMessage, readMessage } from './rule-message';
import { overruled, traceRules } from './trace-rules';

/** One answer a recipient, in the order in which they were given; those that can't be read say why. */
export function traceRoute(routes: CompiledRoutes, message: TraceMessage): RecipientTrace[] {
  const read = readMessage(message);
  return withSplits(message.recipients.map((to) => traceRecipient(routes, to, read)));
}

const NOTHING: readonly never[] = [];

/** The answer for one recipient of a message that was read before, as for a long list of them. */
export function traceRecipient(routes: CompiledRoutes, to: string, message: RuleMessage): RecipientTrace {
  const read = readRecipient(to);
  if (!read.ok) {
    const literal = { reason: UNREADABLE.reason, differs: false };
    const nothing = { beaten: NOTHING, rules: NOTHING, literal, notes: NOTHING };
    return { ...UNREADABLE, to, problem: read.finding, ...nothing };
  }
  const recipient = read.value;
  const route = routeOfRead(routes, recipient, message);
  const matches = domainMatches(routes.index, recipient.domain);
  const asked = traceRules(routes, recipient, message);
  const notes: RouteNote[] = recipient.notes.map((code) => ({ code }));
  if (route.rule) {
    const beaten = beatenByRule(matches, route, overruled(routes, asked.rules));
    notes.push(...asked.notes, ...message.notes);
    const literal = { reason: route.reason, differs: false, ...(route.winner && { winner: route.winner }) };
    return answer(route, { to, address: recipient.address, beaten, rules: asked.rules, literal, notes });
  }
  const literal = literalVerdict(matches, route);
  addDomainNotes(notes, { routes, recipient, route, matches });
  if (literal.differs) notes.push({ code: 'literalListDiffers' });
  notes.push(...asked.notes, ...message.notes);
  return answer(route, {
    to,
    address: recipient.address,
    beaten: losers(matches),
    rules: asked.rules,
    literal,
    notes,
  });
}

type Explanation = Required<Omit<RecipientTrace, keyof Route | 'problem'>>;

/** Field by field: a spread of the route alone took more than twice the time of all the rest. */
function answer(
  { outcome, reason, ambiguous, winner, rule, pattern }: Route,
  why: Explanation,
): RecipientTrace {
  return {
    to: why.to,
    address: why.address,
    outcome,
    reason,
    ambiguous,
    beaten: why.beaten,
    rules: why.rules,
    literal: why.literal,
    notes: why.notes,
    ...(winner && { winner }),
    ...(rule && { rule }),
    ...(pattern !== undefined && { pattern }),
  };
}

/** A rule ends the choice by domain: whoever has something for the domain loses to it. */
function beatenByRule(
  matches: readonly DomainMatch[],
  { winner }: Route,
  overruledTargets: readonly Beaten[],
): Beaten[] {
  const others = matches
    .filter(({ candidate }) => candidate.named.id !== winner?.id)
    .map((match) => {
      const { stand } = match.candidate;
      return beaten(match, stand === 'live' ? 'ruleWins' : stand);
    });
  return [...overruledTargets.filter(({ connector }) => connector.id !== winner?.id), ...others];
}

type Noted = Readonly<{
  code: RouteNote['code'];
  holds: (scene: Scene) => RouteNote['params'] | boolean | undefined;
}>;
type Scene = Readonly<{
  routes: CompiledRoutes;
  recipient: Recipient;
  route: Route;
  matches: readonly DomainMatch[];
}>;

const isAccepted = ({ reason }: Route): boolean =>
  reason === 'acceptedDomain' || reason === 'acceptedSubdomain';

/** What to know about a route that was chosen by domain. */
const DOMAIN_NOTES: readonly Noted[] = [
  { code: 'tie', holds: ({ matches }) => equals(matches) > 0 && { count: equals(matches) + 1 } },
  {
    code: 'apexOfWildcard',
    holds: ({ route }) => route.reason === 'suffixApex' && { pattern: route.pattern ?? '' },
  },
  {
    code: 'everyDomainBesideAccepted',
    holds: ({ routes, route }) =>
      isAccepted(route) && routes.index.any.live[0] && { name: routes.index.any.live[0].named.name },
  },
  {
    code: 'routeAllElsewhere',
    holds: ({ routes, route }) => {
      const other = routes.centralized.find(({ id }) => id !== route.winner?.id);
      const taken = routes.centralized.some(({ id }) => id === route.winner?.id);
      return other && !taken && { name: other.name };
    },
  },
  {
    code: 'mailboxMayBeHere',
    holds: ({ routes, recipient, route }) =>
      route.outcome === 'connector' && routes.acceptedOf(recipient.domain) !== undefined,
  },
  { code: 'loopDanger', holds: ({ route }) => route.reason === 'internalRelayDefault' },
  {
    code: 'subdomainNotAccepted',
    holds: ({ routes, recipient }) => {
      if (!routes.accepting || routes.acceptedOf(recipient.domain)) return false;
      const above = parentsOf(recipient.domain).find((parent) => routes.acceptedOf(parent));
      return above !== undefined && { domain: above };
    },
  },
];

function addDomainNotes(notes: RouteNote[], scene: Scene): void {
  for (const { code, holds } of DOMAIN_NOTES) {
    const params = holds(scene);
    if (params) notes.push(params === true ? { code } : { code, params });
  }
}

/** A rule that took some of several recipients: the message is split, and the others go their own way. */
function withSplits(traces: readonly RecipientTrace[]): RecipientTrace[] {
  if (traces.length < 2) return [...traces];
  const readable = traces.filter(({ address }) => address !== undefined);
  const ways = new Set(readable.map(({ rule }) => rule?.id));
  if (ways.size < 2) return [...traces];
  return traces.map((trace) =>
    trace.rule ? { ...trace, notes: [...trace.notes, { code: 'recipientsApart' as const }] } : trace,
  );
}
