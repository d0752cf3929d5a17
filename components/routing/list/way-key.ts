// Which way a row goes, for counting and for showing the rows of one way.
import type { RouteReason } from '@/lib/mailflow/route-trace';
import type { RowAnswer } from '@/lib/operations/trace-list';

/** A connector, one of the service's own routes, or why there is none. */
export type Way = Readonly<{ key: string; name?: string; reason?: RouteReason; count: number }>;

export const NO_ANSWER = 'waiting';

export function wayKey(answer: RowAnswer | undefined): string {
  if (!answer) return NO_ANSWER;
  if (answer.winner) return `connector:${answer.winner.id}`;
  return answer.outcome === 'unknown' && answer.reason !== 'unreadable' ? 'unknown' : answer.reason;
}

/** The ways of `answers`, most rows first. */
export function countWays(answers: readonly (RowAnswer | undefined)[]): Way[] {
  const ways = new Map<string, Way>();
  for (const answer of answers) {
    const key = wayKey(answer);
    const { count = 0 } = ways.get(key) ?? {};
    const name = answer?.winner?.name;
    ways.set(key, {
      key,
      count: count + 1,
      ...(name !== undefined && { name }),
      ...(answer && { reason: answer.reason }),
    });
  }
  return [...ways.values()].sort((a, b) => b.count - a.count);
}
