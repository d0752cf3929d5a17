// A route that a change of the set-up moves, and a row of the coverage map.
import type { LiteralVerdict, Route } from './route-trace';

/** What a row is about: an accepted domain, or a connector's pattern as it is written there. */
export type CoverageSubject = Readonly<{ kind: 'acceptedDomain' | 'pattern'; text: string }>;

/** `sample` is the address that stands for the subject. */
export type CoverageRow = CoverageSubject &
  Readonly<{ sample: string; route: Route; literal: LiteralVerdict }>;

/** One subject whose route differs: another connector, another default, or a verdict that nobody can give. */
export type RouteChange = CoverageSubject & Readonly<{ sample: string; from: Route; to: Route }>;
