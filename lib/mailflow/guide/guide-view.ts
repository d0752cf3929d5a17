// The guide as a page shows it: parts, their steps, and for each step how it stands for each domain or server. Types only.
import type { GuidePartId, GuideScenario, GuideStepId } from './journey';
import type { GuideState, GuideWay, StepState } from './step-state';

/** A person's word that a step is done. `at` is ISO 8601 UTC. */
export type GuideMarkView = Readonly<{ by: string; at: string; note?: string }>;

/** `href` is a path of this console; `to` names it (messages `guide.ways`). */
export type GuideWayView = Readonly<{ to: GuideWay['to']; href: string }>;

/** How a step stands for one domain or server, or for all where `subject` is absent. */
export type SubjectView = Readonly<Omit<StepState, 'way'>> &
  Readonly<{
    subject?: string;
    mark?: GuideMarkView;
    /** When the facts behind it were brought, ISO 8601 UTC; absent where it rests on the set-up alone. */
    checkedAt?: string;
    way?: GuideWayView;
  }>;

/** `state` is the gravest of `subjects`. */
export type GuideStepView = Readonly<{
  id: GuideStepId;
  scope: 'organization' | 'domain' | 'server';
  by: 'console' | 'person';
  /** Its place in its part, from 1. */
  number: number;
  state: GuideState;
  subjects: readonly SubjectView[];
  way?: GuideWayView;
}>;

export type GuidePartView = Readonly<{ id: GuidePartId; state: GuideState; steps: readonly GuideStepView[] }>;

export type GuideProgress = Readonly<{
  /** Steps at rest (done, confirmed, with a warning) and all that apply. */
  atRest: number;
  total: number;
  failing: number;
  /** The first in the journey's order that is not at rest. */
  next?: GuideStepId;
}>;

export type GuideView = Readonly<{
  /** Absent until somebody chose one; then `parts` is empty. */
  scenario?: GuideScenario;
  /** The reader may choose, confirm and ask for checks. */
  mayEdit: boolean;
  /** The domains shown, and how many more there are. */
  domains: readonly string[];
  domainsLeftOut: number;
  /** Outbound connectors whose servers are not shown: there are too many. */
  connectorsLeftOut: number;
  /** The oldest look-up among the domains shown, ISO 8601 UTC; absent while one was never looked up. */
  checkedAt?: string;
  /** Validations of this guide's servers that wait or run. */
  running: readonly string[];
  progress: GuideProgress;
  parts: readonly GuidePartView[];
}>;
