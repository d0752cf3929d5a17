// Answers about many recipients, those of the same route and the same reasons together. Drops no recipient.
import type { Finding } from './finding';
import type { RecipientTrace } from './route-trace';

export type GroupedRecipient = Readonly<{ to: string; address?: string; problem?: Finding }>;

/** `trace` is the first recipient's; it holds for all of them but for the address. */
export type TraceGroup = Readonly<{
  trace: RecipientTrace;
  recipients: readonly GroupedRecipient[];
  /** Beaten connectors and rules that `trace` leaves out, as there are too many to show. */
  moreBeaten: number;
  moreRules: number;
}>;

const SHOWN = 25;

/** Groups in the order of their first recipient. */
export function groupTraces(traces: readonly RecipientTrace[]): TraceGroup[] {
  const groups = new Map<string, { trace: RecipientTrace; recipients: GroupedRecipient[] }>();
  for (const trace of traces) {
    const key = sameAnswer(trace);
    const { to, address, problem } = trace;
    const recipient = { to, ...(address !== undefined && { address }), ...(problem && { problem }) };
    const group = groups.get(key);
    if (group) group.recipients.push(recipient);
    else groups.set(key, { trace, recipients: [recipient] });
  }
  return [...groups.values()].map(({ trace, recipients }) => ({
    trace: { ...trace, beaten: mostTelling(trace), rules: trace.rules.slice(0, SHOWN) },
    recipients,
    moreBeaten: Math.max(0, trace.beaten.length - SHOWN),
    moreRules: Math.max(0, trace.rules.length - SHOWN),
  }));
}

/** Where not all can be shown: those that would win first. */
function mostTelling({ beaten }: RecipientTrace): RecipientTrace['beaten'] {
  if (beaten.length <= SHOWN) return beaten;
  const [would, others] = [
    beaten.filter(({ wouldWin }) => wouldWin),
    beaten.filter(({ wouldWin }) => !wouldWin),
  ];
  return [...would, ...others].slice(0, SHOWN);
}

/** Equal for two answers that differ in nothing but the address. Defaults name the domain, so it tells them apart. */
function sameAnswer({ to: _, address, problem, ...answer }: RecipientTrace): string {
  const domain = answer.outcome === 'default' ? address?.slice(address.lastIndexOf('@')) : undefined;
  return JSON.stringify([answer, domain, problem?.code]);
}
