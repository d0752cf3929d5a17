// Which routes a change of the set-up moves, for everything that either state names. Knows no message but each subject's
// sample: what a rule decides by sender, header or size is not among them, but each such rule is.
import type { Named } from './mail-setup';
import { routeOf } from './route';
import type { RouteChange } from './route-change';
import { type Routed, routeSubjects, sampleOf } from './route-subjects';
import type { Route } from './route-trace';

/** Another connector, another default, or a verdict that nobody can give any more. */
export const isSameRoute = (a: Route, b: Route): boolean =>
  a.winner?.id === b.winner?.id && (a.winner !== undefined || a.reason === b.reason);

/** In the order of `before`, then what only `after` names. */
export function compareRoutes(before: Routed, after: Routed): RouteChange[] {
  const indexes = [before.routes.index, after.routes.index];
  return routeSubjects([before.setup, after.setup]).flatMap((subject): RouteChange[] => {
    const sample = sampleOf(indexes, subject);
    const from = routeOf(before.routes, sample);
    const to = routeOf(after.routes, sample);
    return isSameRoute(from, to) ? [] : [{ ...subject, sample, from, to }];
  });
}

/** A rule that is on in both states and whose messages go elsewhere. */
export type RuleChange = Readonly<{ rule: Named; from: Route; to: Route }>;

export function compareRules(before: Routed, after: Routed): RuleChange[] {
  const later = new Map(after.routes.rules.map(({ named, route }) => [named.id, route]));
  return before.routes.rules.flatMap(({ named, route: from }): RuleChange[] => {
    const to = later.get(named.id);
    return to && !isSameRoute(from, to) ? [{ rule: named, from, to }] : [];
  });
}
