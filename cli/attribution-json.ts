// The answer about a connection as a program reads it.
import type { Attribution } from '../lib/mailflow/attribution-trace';
import type { AttributionJson } from './attribution-json-shape';

/** What has no value is null. */
export const toAttributionJson = (attribution: Attribution): AttributionJson => ({
  winner: attribution.winner?.name ?? null,
  reason: attribution.reason,
  value: attribution.value ?? null,
  ambiguous: attribution.ambiguous,
  beaten: attribution.beaten.map(({ connector, reason, match, wouldWin }) => ({
    ...{ name: connector.name, reason, match, wouldWin },
  })),
  recipients: attribution.recipients.map(({ to, verdict, code, reply }) => ({
    ...{ to, verdict, code, reply: reply ?? null },
  })),
  notes: attribution.notes.map(({ code }) => code),
  problems: attribution.problems.map(({ field = '', code }) => ({ field, code })),
});
