// The coverage map: which connector takes each accepted domain and each pattern that a connector names.
import { domainMatches, literalVerdict } from './domain-matches';
import { routeOf } from './route';
import type { CoverageRow } from './route-change';
import { type Routed, routeSubjects, sampleOf } from './route-subjects';

/** Accepted domains first, then the other patterns; each text once. */
export function coverage({ setup, routes }: Routed): CoverageRow[] {
  return routeSubjects([setup]).map((subject) => {
    const sample = sampleOf([routes.index], subject);
    const route = routeOf(routes, sample);
    if (route.rule) {
      const { reason, winner } = route;
      return { ...subject, sample, route, literal: { reason, differs: false, ...(winner && { winner }) } };
    }
    const matches = domainMatches(routes.index, sample.slice(sample.lastIndexOf('@') + 1));
    return { ...subject, sample, route, literal: literalVerdict(matches, route) };
  });
}
