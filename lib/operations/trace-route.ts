// The route trace: which connector takes a message, now and after a change that somebody thinks of. Sends nothing.
import { z } from 'zod';
import { connectorsWithDraft } from '../data/connector-standing';
import type { Store } from '../data/store';
import type { MailSetup, Named } from '../mailflow/mail-setup';
import type { CompiledRoutes } from '../mailflow/route';
import type { Route, TraceMessage } from '../mailflow/route-trace';
import { groupTraces, type TraceGroup } from '../mailflow/trace-groups';
import { type MessageProblem, readTraceMessage } from '../mailflow/trace-message';
import { traceRoute } from '../mailflow/trace-route';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';
import {
  ADDRESS_MAX,
  HEADER_MAX,
  HEADERS_MAX,
  RECIPIENTS_MAX,
  type RouteQuestion,
  WHAT_IFS,
  type WhatIf,
} from './route-trace-query';
import { type TracedConnector, tracedConnectors } from './traced-connectors';
import { type NoWhatIf, setupAfter } from './what-if';

const address = z.string().max(ADDRESS_MAX);
export const routeQuestionInput = z.strictObject({
  recipients: z.array(address).max(RECIPIENTS_MAX),
  sender: address,
  headers: z.array(z.string().max(HEADER_MAX)).max(HEADERS_MAX),
  size: z.string().max(20),
  whatIf: z.strictObject({ change: z.enum(WHAT_IFS), connectorId: z.string().min(1).max(200) }).optional(),
});

/** `connectors` are those that `groups` name and that the set-up has. */
export type TracedRoutes = Readonly<{
  groups: readonly TraceGroup[];
  connectors: readonly TracedConnector[];
}>;

/** A recipient whose route the change moves. */
export type MovedRecipient = Readonly<{ to: string; from: Route; after: Route }>;

/** `after` is absent where it can't be told, and `problem` says why. Of very many moved recipients only some are named. */
export type WhatIfAnswer = WhatIf &
  Readonly<{
    name?: string;
    problem?: NoWhatIf;
    after?: TracedRoutes;
    moved: readonly MovedRecipient[];
    movedCount: number;
  }>;

export type RouteAnswer = Readonly<{
  inForce: TracedRoutes;
  whatIf?: WhatIfAnswer;
  problems: readonly MessageProblem[];
  /** Connectors with an unfinished edit, for the question "and after it is published?". */
  drafts: readonly Named[];
  /** The set-up has no connector at all. */
  none: boolean;
}>;

const DRAFTS_SHOWN = 100;
const MOVED_SHOWN = 25;

/** The answer to a question of the trace page. */
export async function routeAnswer(
  context: OperationContext,
  question: RouteQuestion,
): Promise<Outcome<RouteAnswer>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const { store } = context;
  const { setup, routes } = inForce.value;
  const { message, problems } = readTraceMessage(question);
  const traced = await trace(store, { setup, routes }, message);
  const { whatIf } = question;
  const drafts = await connectorsWithDraft(store, DRAFTS_SHOWN);
  const base = { inForce: traced.shown, problems, drafts, none: setup.connectors.length === 0 };
  if (!whatIf) return done(base);
  const after = await setupAfter(store, inForce.value, whatIf);
  if ('problem' in after) return done({ ...base, whatIf: { ...whatIf, ...after, moved: [], movedCount: 0 } });
  const later = await trace(store, after, message);
  const moved = traced.traces.flatMap((from, at) => {
    const then = later.traces[at];
    return then && !sameRoute(from, then) ? [{ to: from.to, from: routeIn(from), after: routeIn(then) }] : [];
  });
  return done({
    ...base,
    whatIf: {
      ...whatIf,
      name: after.name,
      after: later.shown,
      moved: moved.slice(0, MOVED_SHOWN),
      movedCount: moved.length,
    },
  });
}

async function trace(
  store: Store,
  { setup, routes }: Readonly<{ setup: MailSetup; routes: CompiledRoutes }>,
  message: TraceMessage,
) {
  const traces = traceRoute(routes, message);
  const groups = groupTraces(traces);
  const named = groups.flatMap(({ trace }) => [
    ...(trace.winner ? [trace.winner.id] : []),
    ...trace.beaten.map(({ connector }) => connector.id),
  ]);
  // Winners first: only so many come with their validation.
  const winners = groups.flatMap(({ trace }) => trace.winner?.id ?? []);
  const connectors = await tracedConnectors(store, setup, [...winners, ...named]);
  return { traces, shown: { groups, connectors } };
}

const sameRoute = (a: Route, b: Route): boolean =>
  a.winner?.id === b.winner?.id &&
  (a.outcome === 'connector' ? b.outcome === 'connector' : a.reason === b.reason);

/** The route alone, without what a trace says besides. */
const routeIn = ({ outcome, reason, winner, rule, pattern, ambiguous }: Route): Route => ({
  outcome,
  reason,
  ambiguous,
  ...(winner && { winner }),
  ...(rule && { rule }),
  ...(pattern !== undefined && { pattern }),
});
