// Which mark each connector gets in a row of the coverage map.
import type { CoverageMapRow } from '@/lib/operations/coverage-map';
import type { Mark } from './coverage-mark';

/** By connector id. */
export function marksOf({ route, others }: CoverageMapRow): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { connector, wouldWin } of others) marks.set(connector.id, wouldWin ? 'off' : 'matches');
  if (route.winner) marks.set(route.winner.id, route.ambiguous ? 'uncertain' : 'takes');
  return marks;
}
