// The answer about one recipient as a program reads it.
import type { RecipientTrace } from '../lib/mailflow/route-trace';
import type { TraceJson } from './trace-json-shape';

/** What has no value is null where every answer has the key, and absent where not. */
export const toTraceJson = (trace: RecipientTrace): TraceJson => ({
  to: trace.to,
  address: trace.address ?? null,
  outcome: trace.outcome,
  winner: trace.winner?.name ?? null,
  reason: trace.reason,
  ...(trace.pattern !== undefined && { pattern: trace.pattern }),
  ...(trace.rule && { rule: trace.rule.name }),
  ambiguous: trace.ambiguous,
  beaten: trace.beaten.map(({ connector, reason, match, wouldWin }) => ({
    name: connector.name,
    reason,
    match,
    wouldWin,
  })),
  literalListWinner: trace.literal.winner?.name ?? null,
  notes: trace.notes.map(({ code }) => code),
  ...(trace.problem && { problem: { code: trace.problem.code } }),
});
