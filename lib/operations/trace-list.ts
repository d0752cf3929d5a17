// The routes of a long list of recipients, a part of it at a time. For each the route alone and what hangs on it; the
// whole explanation is trace-route.ts. Sends nothing.
import { z } from 'zod';
import type { Finding } from '../mailflow/finding';
import { type RecipientTrace, ROUTE_NOTES, type Route } from '../mailflow/route-trace';
import { type RuleMessage, readMessage, UNKNOWN_MESSAGE } from '../mailflow/rule-message';
import { traceRecipient } from '../mailflow/trace-route';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';
import { ADDRESS_MAX, LIST_PART } from './route-trace-query';

const address = z.string().max(ADDRESS_MAX);
export const listQuestionInput = z.strictObject({
  rows: z
    .array(z.strictObject({ to: address, from: address.optional() }))
    .min(1)
    .max(LIST_PART),
});

/** `others` counts the connectors that match beside the winner; `isUncertain`: the documents or the message leave it open. */
export type RowAnswer = Route &
  Readonly<{
    address?: string;
    problem?: Finding;
    others: number;
    /** The first connector that would take it if it were on. */
    wouldWin?: string;
    isUncertain: boolean;
  }>;

/** One answer a row, in their order. `revision` is another one where the set-up has changed since the part before. */
export type ListAnswer = Readonly<{ revision: number; rows: readonly RowAnswer[] }>;

/** The routes of `rows`. */
export async function listAnswer(
  context: OperationContext,
  { rows }: z.output<typeof listQuestionInput>,
): Promise<Outcome<ListAnswer>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const { routes, revision } = inForce.value;
  const senders = new Map<string, RuleMessage>();
  const messageFrom = (sender: string): RuleMessage => {
    const known = senders.get(sender) ?? readMessage({ sender });
    senders.set(sender, known);
    return known;
  };
  return done({
    revision,
    rows: rows.map(({ to, from }) =>
      shortened(traceRecipient(routes, to, from === undefined ? UNKNOWN_MESSAGE : messageFrom(from))),
    ),
  });
}

function shortened(trace: RecipientTrace): RowAnswer {
  const { to: _, beaten, rules: __, literal: ___, notes, ...rest } = trace;
  const would = beaten.find(({ reason, wouldWin }) => reason === 'off' && wouldWin);
  return {
    ...rest,
    others: beaten.length,
    ...(would && { wouldWin: would.connector.name }),
    isUncertain: trace.ambiguous || notes.some(({ code }) => ROUTE_NOTES[code] === 'uncertain'),
  };
}
